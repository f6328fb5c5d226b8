// Recursion that no name shows.
// all walls | stack check | crashed | Input small/a: stack overflow: its functions call themselves or each other too deep for 1024 kB.
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: stack overflow, most often from recursion without end.
{
    Func<double, double> down = x => x;
    down = x => down(x) + 1;
    return down(number);
}
