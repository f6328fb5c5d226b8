using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Search;

/// <summary>How a search takes up its past: the journal is read once, in order, and then the loop stands where it stood.</summary>
internal sealed partial class SearchLoop
{
    private int _journalledResets;

    /// <summary>
    /// Believes the journal's outcomes again and puts what was in flight back into its lanes. A deterministic search believes only
    /// what it had believed when its last prompt was drawn: the last prompts of the window wait in their lanes, with their outcomes
    /// where the journal has them, so that a larger budget goes on as if the smaller one had never been.
    /// </summary>
    private async Task RestoreAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<Recalled>();
        var firstIsProposed = false;
        await foreach (var entry in journal.ReadAsync(cancellationToken))
        {
            switch (entry)
            {
                case JournalEntry.Proposed { Id: > 0 } proposed:
                    Recall(proposed, waiting);
                    break;
                case JournalEntry.Proposed:
                    firstIsProposed = true;
                    break;
                case JournalEntry.Verified verified:
                    _beliefs.Verifier.Recall(verified);
                    break;
                case JournalEntry.Settled settled:
                    Recall(settled, waiting);
                    break;
                case JournalEntry.Reset:
                    _journalledResets++;
                    break;
            }
        }

        if (_beliefs.Database is null)
        {
            await FoundAsync(firstIsProposed, cancellationToken);
        }

        _progress = _beliefs.Snapshot(Elapsed) with { Earlier = _earlier };
        await JournalResetAsync(cancellationToken);
        _lanes.AddRange(waiting.Select(recalled => Lane.Restored(
            recalled.Sample,
            (recalled.Outcome ?? recalled.Known) is { } outcome
                ? Task.FromResult(outcome)
                : evaluator.EvaluateAsync(recalled.Sample.Proposal.Body!, recalled.Rivals, cancellationToken),
            isSettled: recalled.Outcome is not null)));
    }

    private void Recall(JournalEntry.Proposed sample, List<Recalled> waiting)
    {
        _samples = sample.Id;
        _prompts = Math.Max(_prompts, sample.Prompt);
        if (proposer.IsDeterministic && waiting.Count == options.Window)
        {
            Believe(waiting[0]);
            waiting.RemoveAt(0);
        }

        waiting.Add(new Recalled(sample, _beliefs.Meet(sample), _beliefs.RivalsOf(sample.Ticket, sample.Proposal.IsTrial)));
    }

    private void Recall(JournalEntry.Settled settled, List<Recalled> waiting)
    {
        _earlierSessions = settled.Elapsed;
        if (settled.Id == 0)
        {
            _beliefs.Found(Beliefs.First(specification), (Outcome.Scored)settled.Outcome);
            return;
        }

        _earlier++;
        var recalled = waiting.Find(candidate => candidate.Sample.Id == settled.Id)
            ?? throw new StoreException($"The journal settles sample {settled.Id}, which it never proposed. The store is damaged: restore it from a copy.");
        recalled.Outcome = settled.Outcome;
        if (!proposer.IsDeterministic)
        {
            Believe(recalled);
            waiting.Remove(recalled);
        }
    }

    private void Believe(Recalled recalled) => Believe(
        recalled.Sample,
        recalled.Outcome ?? throw new StoreException(
            $"The journal has no outcome of sample {recalled.Sample.Id}, but goes on after it. The store is damaged: restore it from a copy."));

    /// <summary>Scores the specification's own program as sample 0, which counts in no budget, and founds the database with it.</summary>
    private async Task FoundAsync(bool isProposed, CancellationToken cancellationToken)
    {
        var first = Beliefs.First(specification);
        if (!isProposed)
        {
            await journal.AppendAsync(first, cancellationToken);
        }

        var outcome = await _beliefs.Verifier.CheckAsync(
            first, await evaluator.EvaluateAsync(specification.FirstBody, Rivals.None, cancellationToken), cancellationToken);
        if (outcome is Outcome.Failed failed)
        {
            throw new SpecificationException([new Mistake(specification.Title, 0,
                $"The first program, a body of {specification.Function.Name} ({specification.FirstOrigin}), does not score: {failed.Detail} It must score on every training and validation input: the search starts from it.")]);
        }

        await journal.AppendAsync(new JournalEntry.Settled(first.Id, outcome, Elapsed), cancellationToken);
        _beliefs.Found(first, (Outcome.Scored)outcome);
    }

    /// <summary>Writes a reset down unless the journal has it: an earlier session may have died right before.</summary>
    private async Task JournalResetAsync(CancellationToken cancellationToken)
    {
        if (_beliefs.Resets > _journalledResets)
        {
            _journalledResets = _beliefs.Resets;
            await journal.AppendAsync(_beliefs.LastReset!, cancellationToken);
        }
    }

    /// <summary>A sample of the journal that is not believed yet.</summary>
    /// <param name="Known">Its outcome where that is clear without running it.</param>
    /// <param name="Rivals">As they were when it was drawn: it meets the same bar again.</param>
    private sealed record Recalled(JournalEntry.Proposed Sample, Outcome? Known, Rivals Rivals)
    {
        public Outcome? Outcome { get; set; }
    }
}
