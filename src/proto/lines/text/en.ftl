# How lines were sent. $seconds and $median are seconds.
typed-line = { $keys } keys, { $seconds } s
typed-hidden = typed key by key; the number of keys is withheld
typed-program = lines arrive whole, not typed key by key
typed-by-hand = typed by hand: { $keys } keys, each in its own segment, median pause { $median } s, { $corrections ->
    [0] no backspace
    [one] one backspace
   *[other] { $corrections } backspaces
}
typed-intended = what the typist meant; the line above is what was really sent, corrections included
typed-telnet = telnet negotiation: { $options }
typed-intended-empty = (empty line)
typed-message = { $keys } keys (end mark included), { $seconds } s
