using FunSearch.Programs;
using FunSearch.Search;
using FunSearch.Specifications;
using FunSearch.Worker.Wire;

namespace FunSearch.Evaluation;

/// <summary>Believes a score only when a process that has never seen a candidate computes the same from the solutions.</summary>
internal sealed class Examiner(Specification specification, Limits limits, RunnerPool runners, JudgeLane judge)
{
    /// <param name="subject">A run without solutions asked for: it is asked for them here.</param>
    public async Task<SolvedExamination> ExamineAsync(Run subject, Split split, IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        var ran = await runners.UseFreshAsync(
            runner => runner.AskAsync(subject with { WithSolutions = true }, split, limits.Time, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        if (ran is not RunnerAnswer.Scores scores)
        {
            return new SolvedExamination(Refuse(ran, inputs), []);
        }

        var judged = await judge.JudgeAsync(split, scores.Solutions, cancellationToken).ConfigureAwait(false);
        var examination = judged is RunnerAnswer.Judged { Judgement: var judgement }
            ? Compare(scores.Values, judgement, inputs)
            : Refuse(judged, inputs);
        return new SolvedExamination(examination, examination.Outcome is Outcome.Scored ? scores.Solutions : []);
    }

    public static Examination Refuse(Outcome.Failed outcome, IReadOnlyList<string> inputs) =>
        new(outcome, inputs, new Dictionary<string, IReadOnlyDictionary<string, double>>(), IsVerified: false);

    private static Examination Refuse(RunnerAnswer answer, IReadOnlyList<string> inputs) =>
        Refuse(((RunnerAnswer.Failed)answer).Outcome, inputs);

    private Examination Compare(IReadOnlyList<double> claimed, Judged judged, IReadOnlyList<string> inputs)
    {
        for (var i = 0; i < claimed.Count; i++)
        {
            if (claimed[i] != judged.Scores[i])
            {
                return Refuse(
                    new Outcome.Failed(
                        OutcomeKind.WrongResult,
                        $"Input {inputs[i]}: its score is {claimed[i]}, "
                        + $"but a clean process computes {judged.Scores[i]} from its solution."),
                    inputs);
            }
        }

        return new Examination(
            new Outcome.Scored(new Signature(claimed.Select(specification.InUsersSign))),
            inputs,
            judged.Figures.GroupBy(value => value.Figure).ToDictionary(
                figure => figure.Key,
                IReadOnlyDictionary<string, double> (figure) => figure.ToDictionary(value => value.Group, value => value.Value)),
            IsVerified: specification.Unverifiable is null);
    }
}
