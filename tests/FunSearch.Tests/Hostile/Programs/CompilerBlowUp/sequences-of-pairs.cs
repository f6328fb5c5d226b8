// A type that doubles with each call of the library.
// all walls | syntax wall | forbidden | There are too many tuples and pairings whose types could contain each other; write some of the types down
{
    var a = all.Select(x => x);
    var b = a.Zip(a);
    var c = b.Zip(b);
    var d = c.Zip(c);
    var e = d.Zip(d);
    var f = e.Zip(e);
    var g = f.Zip(f);
    var h = g.Zip(g);
    var i = h.Zip(h);
    var j = i.Zip(i);
    var k = j.Zip(j);
    var l = k.Zip(k);
    var m = l.Zip(l);
    var n = m.Zip(m);
    var o = n.Zip(n);
    var p = o.Zip(o);
    var q = p.Zip(p);
    var r = q.Zip(q);
    var s = r.Zip(r);
    var t = s.Zip(s);
    var u = t.Zip(t);
    var v = u.Zip(u);
    var w = v.Zip(v);
    var x = w.Zip(w);
    return number;
}
