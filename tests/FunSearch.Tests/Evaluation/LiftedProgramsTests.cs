using FunSearch.Evaluation;
using FunSearch.Programs;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Evaluation;

public sealed class LiftedProgramsTests
{
    private readonly List<string> _lifted = [];

    [Fact]
    public async Task A_form_is_compiled_for_its_second_body_and_then_no_more()
    {
        var programs = new LiftedPrograms(Lift);

        var values = new List<double[]?>();
        foreach (var number in new[] { 1.5, 2.5, 3.5, 4.5 })
        {
            values.Add(await ValuesAsync(programs, $"{{ return {number} * x; }}"));
        }

        Assert.Equal([null, [2.5], [3.5], [4.5]], values);
        Assert.Equal(["{ return 2.5 * x; }"], _lifted);
    }

    [Fact]
    public async Task Of_a_form_in_which_nothing_can_be_lifted_that_is_remembered()
    {
        var programs = new LiftedPrograms((body, _) =>
        {
            _lifted.Add(body.Text);
            return Task.FromResult<LiftedProgram?>(null);
        });

        for (var i = 0; i < 4; i++)
        {
            Assert.Null(await ValuesAsync(programs, $"{{ return {i}.5 * x; }}"));
        }

        Assert.Single(_lifted);
    }

    [Fact]
    public async Task Bodies_that_differ_in_a_number_in_the_image_have_images_of_their_own()
    {
        var programs = new LiftedPrograms(Lift);
        string[] bodies = ["1.5 * a[1]", "2.5 * a[1]", "3.5 * a[7]", "4.5 * a[7]", "5.5 * a[7]", "6.5 * a[1]"];

        var values = new List<double[]?>();
        foreach (var body in bodies)
        {
            values.Add(await ValuesAsync(programs, $"{{ return {body}; }}"));
        }

        Assert.Equal([null, [2.5], null, [4.5], [5.5], [6.5]], values);
        Assert.Equal(["{ return 2.5 * a[1]; }", "{ return 4.5 * a[7]; }"], _lifted);
    }

    [Fact]
    public async Task A_form_that_was_not_met_for_long_is_forgotten()
    {
        var programs = new LiftedPrograms(Lift);
        await ValuesAsync(programs, "{ return 1.5 * x; }");
        await ValuesAsync(programs, "{ return 1.5 * y; }");

        for (var i = 0; i < 255; i++)
        {
            await ValuesAsync(programs, "{ return 1.5 * y; }");
            await ValuesAsync(programs, $"{{ return 1.5 * z{i}; }}");
        }

        Assert.NotNull(await ValuesAsync(programs, "{ return 2.5 * y; }"));
        Assert.Null(await ValuesAsync(programs, "{ return 2.5 * x; }"));
    }

    [Fact]
    public void An_image_is_sent_to_a_runner_once_until_sixteen_others_took_its_place()
    {
        var slots = new HeldSlots();
        var programs = Enumerable.Range(0, Held.Slots + 1).Select(i => new LiftedProgram([(byte)i], [0], [1.5])).ToList();

        var first = programs.Select(program => slots.Request(program, [2.5], "train")).ToList();
        var again = programs.Where(program => program != programs[1]).Select(program => slots.Request(program, [3.5], "train")).ToList();

        Assert.Equal([.. Enumerable.Range(0, Held.Slots), 0], first.Select(run => (int)run.Held!.Slot));
        Assert.All(first, run => Assert.NotEmpty(run.Image));
        Assert.Equal(1, again[0].Held!.Slot);
        Assert.NotEmpty(again[0].Image);
        Assert.All(again.Skip(1), run => Assert.Empty(run.Image));
    }

    private static async Task<double[]?> ValuesAsync(LiftedPrograms programs, string body) =>
        (await programs.FindAsync(new Body(body), TestContext.Current.CancellationToken))?.Values;

    private Task<LiftedProgram?> Lift(Body body, LiteralForm form)
    {
        _lifted.Add(body.Text);
        return Task.FromResult<LiftedProgram?>(new LiftedProgram([1], [0], form.Numbers));
    }
}
