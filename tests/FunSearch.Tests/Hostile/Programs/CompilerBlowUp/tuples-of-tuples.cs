// A type that doubles with each line.
// all walls | syntax wall | forbidden | There are too many tuples and pairings whose types could contain each other; write some of the types down
{
    var a = (number, number, number, number);
    var b = (a, a, a, a);
    var c = (b, b, b, b);
    var d = (c, c, c, c);
    var e = (d, d, d, d);
    var f = (e, e, e, e);
    var g = (f, f, f, f);
    var h = (g, g, g, g);
    var i = (h, h, h, h);
    var j = (i, i, i, i);
    return number;
}
