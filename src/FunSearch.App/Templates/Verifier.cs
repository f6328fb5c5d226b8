using FunSearch;

/// <summary>Says what is wrong with a solution. It shares no code with what makes solutions, so that one mistake is not made twice.</summary>
public static partial class NewProblem
{
    /// <summary>Violations, none for a valid solution. A program whose solution has one never enters the database.</summary>
    [Verify]
    public static IEnumerable<string> Violations(Day day, Start[] starts)
    {
        if (!starts.Select(start => start.Job).Order().SequenceEqual(Enumerable.Range(0, day.Jobs.Length)))
        {
            yield return $"Each of the {day.Jobs.Length} jobs must begin exactly once.";
            yield break;
        }

        foreach (var start in starts)
        {
            if (start.At < day.Jobs[start.Job].Arrives)
            {
                yield return $"Job {start.Job} begins before it arrives.";
            }
        }

        foreach (var machine in starts.GroupBy(start => start.Machine))
        {
            if (machine.Key < 0 || machine.Key >= day.Machines)
            {
                yield return $"There is no machine {machine.Key}.";
            }

            var inTurn = machine.OrderBy(start => start.At).ToList();
            foreach (var (earlier, later) in inTurn.Zip(inTurn.Skip(1)))
            {
                if (earlier.At + day.Jobs[earlier.Job].Takes > later.At)
                {
                    yield return $"Jobs {earlier.Job} and {later.Job} are on machine {machine.Key} at the same time.";
                }
            }
        }
    }
}
