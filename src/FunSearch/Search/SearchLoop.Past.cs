using FunSearch.Islands;
using FunSearch.Programs;
using FunSearch.Specifications;

namespace FunSearch.Search;

/// <summary>How a search takes up its past: the journal is read once, in order, and then the loop stands where it stood.</summary>
internal sealed partial class SearchLoop
{
    private JournalEntry.Reset? _lastReset;
    private int _resets;
    private int _journalledResets;

    private Sample First => new(0, 0, new IslandTicket(0, 0), [], new Proposal(specification.FirstBody, "specification"));

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
                    _verifier.Recall(verified);
                    break;
                case JournalEntry.Settled settled:
                    Recall(settled, waiting);
                    break;
                case JournalEntry.Reset:
                    _journalledResets++;
                    break;
            }
        }

        if (_database is null)
        {
            await FoundAsync(firstIsProposed, cancellationToken);
        }

        await JournalResetAsync(cancellationToken);
        _lanes.AddRange(waiting.Select(recalled => Lane.Restored(
            recalled.Sample,
            recalled.Outcome is { } outcome
                ? Task.FromResult(outcome)
                : OutcomeAsync(recalled.Sample, recalled.FirstWithBody, cancellationToken),
            isSettled: recalled.Outcome is not null)));
    }

    private void Recall(JournalEntry.Proposed proposed, List<Recalled> waiting)
    {
        var sample = new Sample(proposed.Id, proposed.Prompt, proposed.Ticket, proposed.Parents, proposed.Proposal);
        _samples = sample.Id;
        _prompts = Math.Max(_prompts, sample.Prompt);
        waiting.Add(new Recalled(sample, _tally.Meet(sample)));
        if (proposer.IsDeterministic && waiting.Count > options.Window)
        {
            Believe(waiting[0]);
            waiting.RemoveAt(0);
        }
    }

    private void Recall(JournalEntry.Settled settled, List<Recalled> waiting)
    {
        _earlierSessions = settled.Elapsed;
        if (settled.Id == 0)
        {
            Found(settled.Outcome);
            return;
        }

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
        if (!isProposed)
        {
            await journal.AppendAsync(new JournalEntry.Proposed(0, 0, First.Ticket, First.Parents, First.Proposal), cancellationToken);
        }

        var outcome = await _verifier.CheckAsync(First, await OutcomeAsync(First, First.Id, cancellationToken), cancellationToken);
        if (outcome is Outcome.Failed failed)
        {
            throw new SpecificationException([new Mistake(specification.Title, 0,
                $"The first program, the body of {specification.Function.Name}, does not score: {failed.Detail} It must score on every training and validation input: the search starts from it.")]);
        }

        await journal.AppendAsync(new JournalEntry.Settled(First.Id, outcome, Elapsed), cancellationToken);
        Found(outcome);
    }

    private void Found(Outcome outcome)
    {
        var first = new ScoredProgram(First.Id, specification.FirstBody, ((Outcome.Scored)outcome).Signature);
        _tally.Meet(First);
        _verifier.Crown(first);
        _database = new ProgramsDatabase(options.Islands, first);
        _progress = _tally.Snapshot(_verifier.Champion, _database, Elapsed);
    }

    private void ResetIfDue()
    {
        if (_database.IsResetDue)
        {
            var founders = _database.ResetWeakerHalf(new SeededRandom(options.Seed, SeededRandom.Stream.Reset, _database.Registrations));
            _lastReset = new JournalEntry.Reset(_database.Registrations, founders);
            _resets++;
        }
    }

    /// <summary>Writes a reset down unless the journal has it: an earlier session may have died right before.</summary>
    private async Task JournalResetAsync(CancellationToken cancellationToken)
    {
        if (_resets > _journalledResets)
        {
            _journalledResets = _resets;
            await journal.AppendAsync(_lastReset!, cancellationToken);
        }
    }

    /// <summary>A sample of the journal that is not believed yet.</summary>
    private sealed record Recalled(Sample Sample, long FirstWithBody)
    {
        public Outcome? Outcome { get; set; }
    }
}
