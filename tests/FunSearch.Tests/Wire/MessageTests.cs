using FunSearch.Worker.Compiling;
using FunSearch.Worker.Wire;

namespace FunSearch.Tests.Wire;

public sealed class MessageTests
{
    private static readonly Message[] All =
    [
        new SetUpCompiler(new CompilerSetup("Packing", "Priority", "double Priority()", [1, 2], ["a.dll"], ["Packing::Help"])),
        new Compile("{ return 1; }"),
        new CompilerAnswer(new Compiled.Image([1, 2, 3])),
        new CompilerAnswer(new Compiled.DoesNotCompile("(1,9): error CS0103")),
        new CompilerAnswer(new Compiled.Forbidden("goto")),
        new SetUpRunner([1], ["a.dll", "b.dll"], "Packing", "or", "/problems", new DataFiles([new DataFile("train", "/rows.csv")], [60, 20, 20]), 400, 500, 600),
        new SetUpRunner([1], [], "Packing", "", "/problems", Data: null, 0, 1, 2),
        new Ready([new SplitNames("train", ["a", "b"]), new SplitNames("test", ["c"])]),
        new SetupFailed("No inputs."),
        new Run([1, 2], "", "train", WithSolutions: true),
        new Run([], "Best Fit", "test", WithSolutions: false),
        new Run([1, 2], "", "train", WithSolutions: false) { WithFuel = true, Hurdle = new Hurdle.Bar([2, 0], -1.5, Minimise: true) },
        new Run([1, 2], "", "train", WithSolutions: false) { Hurdle = new Hurdle.Race([2, 0], [1.5, -2, 3], Minimise: false) },
        new Heartbeat(3),
        new Scores([1.5, double.NaN, -0.0]) { Fuel = [7, 1L << 40, 0] },
        new Solution("[1]"u8.ToArray()),
        new Failure(FailureKind.NotFinite, 2, "the score is NaN."),
        new Judge("train", ["1"u8.ToArray(), "2"u8.ToArray()]),
        new Judged([1, 2], [new FigureValue("excess", "OR1", 5.31)]),
        new Refused("No."),
        new Draw("train", 1, "2"u8.ToArray()),
        new Drawn("<svg/>"u8.ToArray()),
        new Run([1, 2], "", "train", WithSolutions: false, new Held(15, [0.0, 1.5, 3])),
        new Run([], "", "train", WithSolutions: false, new Held(0, [])),
        new Lift("{ return 1; }"),
        new Lifted([1, 2, 3], [0, 2], new CompileTimes(4, 5)),
        Lifted.Nothing,
    ];

    [Fact]
    public void Every_message_arrives_as_it_was_sent() => Assert.All(All, message =>
    {
        var frame = message.ToFrame();

        var arrived = Message.Parse((MessageKind)frame[4], frame[Message.HeaderSize..]);

        Assert.Equal(frame.Length - Message.HeaderSize, BitConverter.ToInt32(frame));
        Assert.Equal(message.Kind, arrived.Kind);
        Assert.Equivalent(message, arrived, strict: true);
    });

    [Fact]
    public void Every_kind_of_message_is_tried() => Assert.Equal(Enum.GetValues<MessageKind>(), All.Select(message => message.Kind).Distinct().Order());

    [Fact]
    public void No_frame_that_was_cut_or_lengthened_is_a_message() => Assert.All(All, message =>
    {
        var content = message.ToFrame()[Message.HeaderSize..];

        Assert.All(Enumerable.Range(0, content.Length), length =>
            Assert.Throws<InvalidDataException>(() => Message.Parse(message.Kind, content[..length])));
        Assert.Throws<InvalidDataException>(() => Message.Parse(message.Kind, [.. content, 0]));
    });

    [Fact]
    public void Junk_is_refused_with_one_kind_of_exception()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var junk = new byte[random.Next(40)];
            random.NextBytes(junk);
            try
            {
                Message.Parse((MessageKind)random.Next(256), junk);
            }
            catch (InvalidDataException)
            {
                // What is expected of junk, unless it happens to be a message.
            }
        }
    }

    [Fact]
    public void A_long_text_is_cut_to_its_bound_at_the_end_of_a_character()
    {
        var answer = new Failure(FailureKind.Crashed, 0, string.Concat(Enumerable.Repeat("😀ü", 1_000)));

        var frame = answer.ToFrame();

        var arrived = (Failure)Message.Parse(MessageKind.Failure, frame[Message.HeaderSize..]);
        Assert.True(frame.Length - Message.HeaderSize <= Bounds.Of(MessageKind.Failure, inputs: 1));
        Assert.EndsWith("…", arrived.Text);
        Assert.DoesNotContain('\uFFFD', arrived.Text);
    }
}
