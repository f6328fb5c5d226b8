using FunSearch.Islands;
using FunSearch.Prompts;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Replaying;

/// <summary>Draws a run's prompts again, each at its point of the search, and compares the recorded answers to them.</summary>
internal sealed class PromptReplay(Specification specification, SearchOptions options, IAuthor author, Beliefs beliefs)
{
    private readonly Dictionary<long, Drawn> _drawn = [];
    private long _proposed;

    /// <summary>Draws prompts from what is believed now.</summary>
    /// <param name="prompts">With their numbers of recorded answers.</param>
    public async Task DrawAsync(IEnumerable<(long Number, int Answers, bool IsTrial)> prompts, CancellationToken cancellationToken)
    {
        foreach (var (number, answers, isTrial) in prompts)
        {
            var (ticket, prompt, trial) = beliefs.Draw(number, author.IsDeterministic ? null : isTrial);
            var rivals = author.IsDeterministic || trial is not null ? beliefs.RivalsOf(ticket, trial is not null) : null;
            var check = trial is null ? await author.TakeAsync(prompt, cancellationToken) : recorded => AskedAgain.Compare(recorded, trial);
            _drawn.Add(number, new Drawn(ticket, prompt, trial is not null, check, rivals) { AnswersDue = answers });
        }
    }

    /// <summary>How a recorded proposal differs from what it must be, as a clause; null when it does not. To be asked once about each.</summary>
    /// <param name="rivals">Whom the sample was held against while it was run.</param>
    public string? Difference(JournalEntry.Proposed recorded, out Rivals rivals)
    {
        rivals = Rivals.None;
        if (recorded.Id == 0)
        {
            return TextDifference.Between(recorded.Proposal.Body, specification.FirstBody);
        }

        if (recorded.Id != ++_proposed)
        {
            return $"recorded where sample {_proposed:N0} is due";
        }

        if (author.IsDeterministic && Math.Max(0, recorded.Prompt - options.Window) is var after && after != recorded.After)
        {
            return $"recorded as drawn after {recorded.After:N0} outcomes; now after {after:N0}";
        }

        if (!_drawn.TryGetValue(recorded.Prompt, out var drawn))
        {
            return $"recorded as drawn after {recorded.After:N0} outcomes, of which there are {beliefs.Samples:N0} so far";
        }

        // A model's answer met the database as it was when it came.
        rivals = drawn.Rivals ?? beliefs.RivalsOf(drawn.Ticket, isTrial: false);
        return Difference(recorded, drawn);
    }

    private string? Difference(JournalEntry.Proposed recorded, Drawn drawn)
    {
        if (--drawn.AnswersDue == 0)
        {
            _drawn.Remove(recorded.Prompt);
        }

        var parents = drawn.IsTrial ? drawn.Prompt.Parents.Select(parent => parent.Id) : author.ParentsOf(drawn.Prompt);
        return recorded.Ticket != drawn.Ticket ? $"recorded as drawn from {Tell(recorded.Ticket)}; now from {Tell(drawn.Ticket)}"
            : !recorded.Parents.SequenceEqual(parents) ? $"recorded with {Tell(recorded.Parents)}; now with {Tell(parents)}"
            : drawn.Check(recorded.Proposal);
    }

    private static string Tell(IslandTicket ticket) => $"island {ticket.Island}, epoch {ticket.Epoch}";

    private static string Tell(IEnumerable<long> parents) => $"the parents {string.Join(", ", parents)}";

    /// <summary>A prompt that was drawn again and waits for its recorded answers.</summary>
    /// <param name="Rivals">Null where they are taken when the answer comes.</param>
    private sealed record Drawn(IslandTicket Ticket, Prompt Prompt, bool IsTrial, ProposalCheck Check, Rivals? Rivals)
    {
        public required int AnswersDue { get; set; }
    }
}
