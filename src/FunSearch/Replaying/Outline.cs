using FunSearch.Search;

namespace FunSearch.Replaying;

/// <summary>
/// What must be known of a journal before it is followed. A model may answer prompt 7 before prompt 6: whoever comes to the answer of
/// prompt 6 is past the point at which it was drawn.
/// </summary>
internal sealed class Outline
{
    private readonly Dictionary<long, List<long>> _promptsAfter = [];
    private readonly Dictionary<long, int> _answers = [];
    private readonly HashSet<long> _trials = [];
    private readonly HashSet<long> _notToBeRun = [];

    private Outline()
    {
    }

    /// <summary>Settled samples without the first program.</summary>
    public long Samples { get; private set; }

    public static async Task<Outline> ReadAsync(IJournal journal, CancellationToken cancellationToken)
    {
        var outline = new Outline();
        await foreach (var entry in journal.ReadAsync(cancellationToken))
        {
            switch (entry)
            {
                case JournalEntry.Proposed proposed:
                    outline.Add(proposed);
                    break;
                case JournalEntry.Settled settled:
                    outline.Add(settled);
                    break;
            }
        }

        return outline;
    }

    /// <summary>The prompts that were drawn when so many samples were settled and that were answered, by how many samples, and whether they
    /// were trials of other numbers.</summary>
    public IEnumerable<(long Number, int Answers, bool IsTrial)> PromptsAfter(long samples) =>
        (_promptsAfter.GetValueOrDefault(samples) ?? []).Select(prompt => (prompt, _answers[prompt], _trials.Contains(prompt)));

    /// <summary>False for a sample that was never settled, and for one whose outcome is taken as recorded.</summary>
    public bool IsToBeRun(long sample) => !_notToBeRun.Contains(sample);

    private void Add(JournalEntry.Proposed proposed)
    {
        _notToBeRun.Add(proposed.Id);
        if (proposed.Id == 0)
        {
            return;
        }

        if (_answers.TryAdd(proposed.Prompt, 0))
        {
            _promptsAfter.TryAdd(proposed.After, []);
            _promptsAfter[proposed.After].Add(proposed.Prompt);
        }

        if (proposed.Proposal.IsTrial)
        {
            _trials.Add(proposed.Prompt);
        }

        _answers[proposed.Prompt]++;
    }

    private void Add(JournalEntry.Settled settled)
    {
        Samples += settled.Id > 0 ? 1 : 0;
        if (settled.Id == 0 || !Circumstance.Decided(settled.Outcome))
        {
            _notToBeRun.Remove(settled.Id);
        }
    }
}
