# What HTTP's steps mean. All of it was inside encryption.
http-method-get = asks for a resource
    .why = GET only fetches; it should change nothing on the server (RFC 9110, section 9.3.1). A browser uses it for pages, styles and pictures; parameters stand behind a question mark in the target.
    .look = Filter http.request.method == "GET". Wireshark needs the key log for it.
http-method-head = asks for the header of the response only, without the body
    .why = The response to HEAD is that to GET without its body (RFC 9110, section 9.3.2); its Content-Length is the length that GET would give.
    .look = Filter http.request.method == "HEAD". Wireshark needs the key log for it.
http-method-post = sends data for the server to process
    .why = POST carries data in its body (RFC 9110, section 9.3.3). The login form of a webmail and the mail that was written go out like this; only the server behind it sends the mail on by SMTP.
    .look = Filter http.request.method == "POST". Wireshark needs the key log for it.
http-method-put = stores the body under this target
    .why = PUT creates or replaces the target with the body (RFC 9110, section 9.3.4); doing it twice changes nothing more.
    .look = Filter http.request.method == "PUT". Wireshark needs the key log for it.
http-method-delete = asks to delete this target
    .why = DELETE asks to remove the target (RFC 9110, section 9.3.5). Many webmails delete mails with POST.
    .look = Filter http.request.method == "DELETE". Wireshark needs the key log for it.
http-method-connect = asks a proxy for a tunnel to the target
    .why = CONNECT asks a proxy to connect to a host and port (RFC 9110, section 9.3.6). Behind a 2xx the bytes of both directions are passed on as they are and are no HTTP any more.
    .look = Filter http.request.method == "CONNECT". Wireshark needs the key log for it.
http-method-options = asks what the server can do
    .why = OPTIONS asks which methods the target takes (RFC 9110, section 9.3.7). Browsers ask with it whether a page of another site may be called.
    .look = Filter http.request.method == "OPTIONS". Wireshark needs the key log for it.
http-method-patch = changes a part of the target
    .why = The body of PATCH says how the target is to be changed (RFC 5789, section 2), where PUT replaces it as a whole.
    .look = Filter http.request.method == "PATCH". Wireshark needs the key log for it.
http-method-trace = asks to send the request back as it arrived
    .why = TRACE shows what a request becomes on its way (RFC 9110, section 9.3.8). It sends cookies back, so servers mostly refuse it.
    .look = Filter http.request.method == "TRACE". Wireshark needs the key log for it.
http-method-other = a request with another method
    .why = Methods can be registered, such as PROPFIND of WebDAV; it is shown as it was sent.
    .look = Filter http.request.method. Wireshark needs the key log for it.
http-host = host { $host }
    .why = Host names the website that is meant (RFC 9110, section 7.2): one address can serve many. The server_name of the handshake is the same name, but there it is not encrypted.
    .look = Filter http.host. Wireshark needs the key log for it.
http-query-masked = the query behind the question mark is masked
http-body = body { $bytes } bytes{ $kind ->
        [form] , form data
        [upload] , a form with files
        [html] , an HTML page
        [style] , a style sheet
        [json] , JSON data
        [script] , a script
        [image] , a picture ({ $media })
        [text] , text
        [mail] , a mail
        [other] , { $media }
       *[none] {""}
    }
    .why = Bodies are not shown: a form may hold a password, a page somebody's mail. The length is what Content-Length says (RFC 9112, section 6.2).
    .look = Filter http.content_length. Wireshark needs the key log for it.
http-body-chunked = body in chunks{ $kind ->
        [form] , form data
        [upload] , a form with files
        [html] , an HTML page
        [style] , a style sheet
        [json] , JSON data
        [script] , a script
        [image] , a picture ({ $media })
        [text] , text
        [mail] , a mail
        [other] , { $media }
       *[none] {""}
    }
    .why = Where the length is not known beforehand, the body is sent in chunks, each with its size in front; a chunk of size 0 ends it (RFC 9112, section 7.1).
    .look = Filter http.transfer_encoding == "chunked". Wireshark needs the key log for it.
http-body-until-close = body up to the end of the connection{ $kind ->
        [form] , form data
        [upload] , a form with files
        [html] , an HTML page
        [style] , a style sheet
        [json] , JSON data
        [script] , a script
        [image] , a picture ({ $media })
        [text] , text
        [mail] , a mail
        [other] , { $media }
       *[none] {""}
    }
    .why = No length is given, so the body ends with the connection (RFC 9112, section 6.3). Whether it is complete cannot be seen then.
    .look = Filter http.response && !http.content_length_header. Wireshark needs the key log for it.
http-body-size = { $bytes } bytes in all
http-body-broken =
    { $missing ->
        [0] the body breaks off at { $bytes } bytes
       *[other] { $missing } bytes of the body are missing{ $end ->
            [yes] {""}
           *[no] , and its end
        }
    }
http-cookie = with a cookie (masked)
    .why = By a cookie the server knows the browser again (RFC 6265). Behind a login it stands for the password: who has it needs none. So it should travel inside TLS only.
    .look = Filter http.cookie. Wireshark needs the key log for it.
http-set-cookie = sets a cookie (masked)
    .why = The server gives the browser a cookie, which it sends with every request from then on (RFC 6265). One that is set behind a login mostly stands for the session.
    .look = Filter http.set_cookie. Wireshark needs the key log for it.
http-authorization = with credentials (masked)
    .why = Authorization carries a user name and password, or a token (RFC 9110, section 11.6.2). The Basic scheme is Base64, which does not encrypt.
    .look = Filter http.authorization. Wireshark needs the key log for it.
http-upgrade = asks to change to { $to }
    .why = Upgrade asks for another protocol on the same connection (RFC 9110, section 7.8). A server that agrees answers 101.
    .look = Filter http.upgrade. Wireshark needs the key log for it.
http-location = go to { $to }
    .why = Location is the address that the browser asks for next (RFC 9110, section 10.2.2); the next request mostly shows it.
    .look = Filter http.location. Wireshark needs the key log for it.
http-tunnel = what follows is no HTTP and is not read
http-no-body-head = a response to HEAD has no body
http-head-cut = the header does not end
http-gap-in-body = inside a body, and probably part of it
http-fields =
    { $more ->
        [0] { $list }
       *[other] { $list }, and { $more } more fields
    }
http-preface = HTTP/2 begins: it is binary and not taken apart here
    .why = HTTP/2 is no lines of text but binary frames, and requests and responses are interleaved (RFC 9113). This line looks like a request of HTTP/1, so that a server which knows no HTTP/2 refuses it at once.
    .look = Filter http2.magic. Wireshark needs the key log for it.
http-label-skipped = [{ $bytes } bytes skipped]
http-skipped = bytes before it are missing, so what this is cannot be told
    .why = How long a body is stands in the header before it. Where that is missing, the next line that can only begin a message is waited for.
    .look = Filter tcp.analysis.lost_segment || tcp.analysis.ack_lost_segment.
http-skipped-wrong = this is no message of HTTP/1
    .why = Here the first line of a request or response should stand, or the size of a chunk (RFC 9112).
    .look = Filter http. Wireshark needs the key log for it.
http-status-100 = 100 go on: send the body
    .why = The client sent Expect: 100-continue to ask before it sends the body (RFC 9110, section 10.1.1). The response itself comes later.
    .look = Filter http.response.code == 100. Wireshark needs the key log for it.
http-status-101 = 101 agrees to another protocol
    .why = From the next byte on it is no HTTP/1, but for example WebSocket (RFC 9110, section 15.2.2).
    .look = Filter http.response.code == 101. Wireshark needs the key log for it.
http-status-200 = 200 success
    .why = The request succeeded and the body is what was asked for (RFC 9110, section 15.3.1). Many webmails answer a failed login with 200, too, and say so in the page.
    .look = Filter http.response.code == 200. Wireshark needs the key log for it.
http-status-201 = 201 success, created
    .why = A new resource was made; Location mostly says where (RFC 9110, section 15.3.2).
    .look = Filter http.response.code == 201. Wireshark needs the key log for it.
http-status-204 = 204 success, without a body
    .why = The request succeeded and there is nothing to send back (RFC 9110, section 15.3.5).
    .look = Filter http.response.code == 204. Wireshark needs the key log for it.
http-status-206 = 206 success: the part that was asked for
    .why = The client asked for a part by Range (RFC 9110, section 15.3.7), as downloads do that go on where they stopped.
    .look = Filter http.response.code == 206. Wireshark needs the key log for it.
http-status-301 = 301 moved for good
    .why = From now on the address in Location is the right one, and browsers remember it (RFC 9110, section 15.4.2).
    .look = Filter http.response.code == 301. Wireshark needs the key log for it.
http-status-302 = 302 found elsewhere, for this time
    .why = The browser asks for the address in Location next (RFC 9110, section 15.4.3). Behind a login a webmail mostly leads to the inbox like this.
    .look = Filter http.response.code == 302. Wireshark needs the key log for it.
http-status-303 = 303 see another address, with GET
    .why = Behind a form another page is fetched by GET, so that a reload does not send the form again (RFC 9110, section 15.4.4).
    .look = Filter http.response.code == 303. Wireshark needs the key log for it.
http-status-304 = 304 not changed: the browser's own copy is used
    .why = The browser asked whether it changed since last time; it did not, so no body is sent (RFC 9110, section 15.4.5).
    .look = Filter http.response.code == 304. Wireshark needs the key log for it.
http-status-307 = 307 found elsewhere, for this time, with the same method
    .why = Like 302, but the method must stay the same (RFC 9110, section 15.4.8).
    .look = Filter http.response.code == 307. Wireshark needs the key log for it.
http-status-308 = 308 moved for good, with the same method
    .why = Like 301, but the method must stay the same (RFC 9110, section 15.4.9).
    .look = Filter http.response.code == 308. Wireshark needs the key log for it.
http-status-400 = 400 the request is wrong, the server does not understand it
    .why = The request is malformed (RFC 9110, section 15.5.1). nginx answers 400 to plain HTTP on a TLS port, too.
    .look = Filter http.response.code == 400. Wireshark needs the key log for it.
http-status-401 = 401 a login is needed
    .why = WWW-Authenticate says how; the client asks again with Authorization (RFC 9110, section 15.5.2).
    .look = Filter http.response.code == 401. Wireshark needs the key log for it.
http-status-403 = 403 not allowed
    .why = The server understands and refuses (RFC 9110, section 15.5.4). Another login would not help.
    .look = Filter http.response.code == 403. Wireshark needs the key log for it.
http-status-404 = 404 not found
    .why = There is no such target on the server (RFC 9110, section 15.5.5).
    .look = Filter http.response.code == 404. Wireshark needs the key log for it.
http-status-405 = 405 this method is not allowed here
    .why = Allow says which methods are (RFC 9110, section 15.5.6).
    .look = Filter http.response.code == 405. Wireshark needs the key log for it.
http-status-408 = 408 the request took too long
    .why = The server waited too long for a whole request and closes (RFC 9110, section 15.5.9).
    .look = Filter http.response.code == 408. Wireshark needs the key log for it.
http-status-413 = 413 the body is too large
    .why = The body is larger than the server takes (RFC 9110, section 15.5.14), for example with an attachment.
    .look = Filter http.response.code == 413. Wireshark needs the key log for it.
http-status-429 = 429 too many requests
    .why = The client asked too often (RFC 6585, section 4); Retry-After says how long to wait.
    .look = Filter http.response.code == 429. Wireshark needs the key log for it.
http-status-500 = 500 an error inside the server
    .why = The server's program failed, whatever the request said (RFC 9110, section 15.6.1).
    .look = Filter http.response.code == 500. Wireshark needs the key log for it.
http-status-502 = 502 the server behind the gateway answered wrongly
    .why = A gateway such as nginx got no valid answer from the program behind it (RFC 9110, section 15.6.3).
    .look = Filter http.response.code == 502. Wireshark needs the key log for it.
http-status-503 = 503 not available for the moment
    .why = The server is overloaded or being maintained; later it may work (RFC 9110, section 15.6.4).
    .look = Filter http.response.code == 503. Wireshark needs the key log for it.
http-status-504 = 504 the server behind the gateway took too long
    .why = The program behind the gateway did not answer in time (RFC 9110, section 15.6.5).
    .look = Filter http.response.code == 504. Wireshark needs the key log for it.
http-status-1xx =
    { $code } an interim response{ $name ->
        [none] {""}
       *[other] { " " }({ $name })
    }
    .why = 1xx is interim; the response itself comes later (RFC 9110, section 15.2).
    .look = Filter http.response.code >= 100 && http.response.code < 200. Wireshark needs the key log for it.
http-status-2xx =
    { $code } success{ $name ->
        [none] {""}
       *[other] { " " }({ $name })
    }
    .why = 2xx says that the request succeeded (RFC 9110, section 15.3).
    .look = Filter http.response.code >= 200 && http.response.code < 300. Wireshark needs the key log for it.
http-status-3xx =
    { $code } something else must be done to get it{ $name ->
        [none] {""}
       *[other] { " " }({ $name })
    }
    .why = 3xx asks for a further step, mostly at another address (RFC 9110, section 15.4).
    .look = Filter http.response.code >= 300 && http.response.code < 400. Wireshark needs the key log for it.
http-status-4xx =
    { $code } refused: the request is at fault{ $name ->
        [none] {""}
       *[other] { " " }({ $name })
    }
    .why = 4xx says that the client's request is at fault (RFC 9110, section 15.5).
    .look = Filter http.response.code >= 400 && http.response.code < 500. Wireshark needs the key log for it.
http-status-5xx =
    { $code } failed: the server is at fault{ $name ->
        [none] {""}
       *[other] { " " }({ $name })
    }
    .why = 5xx says that the server failed, though the request may be right (RFC 9110, section 15.6).
    .look = Filter http.response.code >= 500 && http.response.code < 600. Wireshark needs the key log for it.
http-status-other =
    { $code }, a status code of no class{ $name ->
        [none] {""}
       *[other] { " " }({ $name })
    }
    .why = The first digit of a status code is 1 to 5 (RFC 9110, section 15); others count as 5xx.
    .look = Filter http.response. Wireshark needs the key log for it.
http-outcome =
    { $requests ->
        [1] 1 request
       *[other] { $requests } requests
    }
http-outcome-2 = HTTP/2, not taken apart
http-summary =
    { $requests ->
        [1] 1 HTTP request
       *[other] { $requests } HTTP requests
    }{ $refused ->
        [0] {""}
       *[other] { " " }({ $refused } answered with 4xx or 5xx)
    }
http-summary-2 = HTTP/2 inside
http-length-ambiguous = the length of a body contradicts itself: two receivers may see its end at two places
    .why = Content-Length has two values, is no number, or stands beside Transfer-Encoding (RFC 9112, section 6.3). Where a proxy and the server behind it read it differently, a request can be hidden in the body of another.
    .look = Filter http.content_length_header && http.transfer_encoding. Wireshark needs the key log for it.
http-not-understood = { $bytes } bytes are no message of HTTP/1 and were skipped
    .why = Here the first line of a request or response should stand, or the size of a chunk. The dialogue goes on with the next line that can be recognised.
    .look = Filter http. Wireshark needs the key log for it.
http-body-incomplete =
    { $count ->
        [1] a body is incomplete
       *[other] { $count } bodies are incomplete
    }{ $missing ->
        [0] {""}
       *[other] : { $missing } bytes are missing
    }
    .why = A body is shorter than its header says, or its last chunk did not come: the connection broke off, or bytes were not captured.
    .look = Filter tcp.analysis.lost_segment || tcp.flags.reset == 1.
http-too-many-waiting = more than { $limit } requests wait for their responses; { $count } of them are paired with none
    .why = A client may send requests without waiting. Of those beyond the bound only the number is kept; what comes behind is still paired right.
    .look = Filter http.request. Wireshark needs the key log for it.
http-too-many-facts = too many requests: { $count } entries are not among the facts (the bound is { $limit } bytes); the dialogue has them
    .why = The bound keeps memory from running out. What is before it is complete.
    .look = Filter http. Wireshark needs the key log for it.
