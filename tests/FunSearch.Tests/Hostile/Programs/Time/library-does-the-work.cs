// Its own rounds are few: the library works, and that is not counted.
// all walls | wall clock | timed out | Input small/a was still running after 2 s.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    var room = new double[10_000_000];
    while (true)
    {
        Array.Fill(room, number);
    }
}
