// Every piece of work brings another: no loop that looks endless.
// all walls | fuel or wall clock | timed out | Input small/a
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    var work = new Queue<double>(all);
    while (work.TryDequeue(out var next))
    {
        work.Enqueue(next);
    }

    return number;
}
