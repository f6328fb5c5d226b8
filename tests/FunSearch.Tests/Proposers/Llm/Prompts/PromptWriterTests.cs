using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Proposers.Llm.Settings;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Tests.Proposers.Llm.Prompts;

public class PromptWriterTests
{
    private const string Context =
        """
        /// <summary>Online bin packing: each item goes at once into the open bin with the highest priority.</summary>

        public sealed record Instance(string Name, double Capacity, double[] Items);

        public static Packing Pack(Instance instance)
        {
            var packing = new Packing(instance.Capacity);
            foreach (var item in instance.Items)
            {
                packing.Put(item, room => Priority(item, room, instance.Capacity));
            }

            return packing;
        }

        """;

    private const string Documentation =
        """
        /// <summary>The priority of a bin for an item: the highest wins.</summary>
        /// <param name="item">Its size.</param>
        /// <param name="room">What is left in the bin.</param>
        """;

    private const string Knowledge = "Best fit is hard to beat.\n\nNarrow gaps are waste.";

    private static readonly string[] Failures = ["Does not compile: CS0103: The name 'bin' does not exist.", "Forbidden: System.IO.File is not allowed."];

    private const string FirstBody = "{ return item - room; }";

    private const string LongBody =
        """
        {
            // A perfect fit is the best of all.
            if (room == item)
            {
                return capacity;
            }

            return -room;
        }
        """;

    [Fact]
    public void One_parent_is_version_0_and_version_1_is_to_be_written() =>
        Golden.Matches(Write(Problem(Documentation), FirstBody), "one-parent");

    [Fact]
    public void Two_parents_read_as_progress() =>
        Golden.Matches(Write(Problem(Documentation), FirstBody, LongBody), "two-parents");

    [Fact]
    public void Three_parents_of_a_function_without_documentation() =>
        Golden.Matches(Write(Problem(documentation: ""), FirstBody, LongBody, "{ return -room * room; }"), "three-parents-undocumented");

    [Theory]
    [InlineData("improve")]
    [InlineData("combine")]
    [InlineData("different")]
    [InlineData("simplify")]
    [InlineData("explain")]
    public void A_chat_is_told_all_that_is_known_and_what_is_wanted(string intent) => Golden.Matches(
        WriteAs(isCompletion: false, Known, new Briefing(Intent.All[intent], 1 / 3.0, Failures), FirstBody, LongBody),
        $"chat-{intent}");

    [Fact]
    public void A_text_to_be_continued_says_the_same_in_comments() => Golden.Matches(
        WriteAs(isCompletion: true, Known, new Briefing(Intent.All["different"], 1 / 3.0, Failures), FirstBody, LongBody),
        "completion-of-all");

    [Fact]
    public void What_is_reached_is_said_to_be_reached_and_smaller_scores_are_told_in_the_users_sign()
    {
        var problem = Known with { Minimise = true, Known = [new("Somebody", 3.5, null, null, null, null)] };

        var text = WriteAs(isCompletion: false, problem, Briefing.First with { Best = -3.25 }, FirstBody);

        Assert.Contains("lower scores are better.", text, StringComparison.Ordinal);
        Assert.Contains("The best version of all scores 3.25. The best that is published is 3.5: find a better one.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_score_that_others_reached_on_held_out_inputs_is_no_mark_for_training()
    {
        var text = WriteAs(isCompletion: false, Known with { Splits = [Split.Train, Split.Test] }, Briefing.First, FirstBody);

        Assert.DoesNotContain("(Somebody): ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_of_what_there_is_nothing_to_say_of()
    {
        var text = new PromptWriter(Problem(documentation: "") with { PromptContext = "" }, new PromptSettings(), "Math")
            .Write(new Prompt(1, [new ScoredProgram(0, new Body(FirstBody), new Signature([7]))], new Random(1)), Briefing.First, isCompletion: true);

        Assert.Equal(
            """
            // Scores 7.
            public static double Priority_v0(double item, double room, double capacity)
            { return item - room; }

            // A better version.

            /// <summary>Improved version of <see cref="Priority_v0"/>.</summary>
            public static double Priority_v1(double item, double room, double capacity)
            {

            """,
            text);
    }

    [Fact]
    public void A_template_of_the_users_own_takes_the_place_of_the_shipped_one()
    {
        var settings = new PromptSettings { Chat = "Better than {{standing}}?\r\n\r\n{{versions}}\n{{ header }}" };

        var text = new PromptWriter(Problem(documentation: ""), settings, "Math")
            .Write(new Prompt(1, [new ScoredProgram(0, new Body(FirstBody), new Signature([7]))], new Random(1)), Briefing.First with { Best = 7 }, isCompletion: false);

        Assert.Equal(
            """
            Better than The best version of all scores 7.?

            // Scores 7.
            public static double Priority_v0(double item, double room, double capacity)
            { return item - room; }
            public static double Priority_v1(double item, double room, double capacity)
            """,
            text);
    }

    [Fact]
    public void A_placeholder_that_does_not_end_is_told()
    {
        var settings = new PromptSettings { Chat = "{{header}}\n{{versions}}\n\n{{next}" };

        var refusal = Assert.Throws<ProposerException>(() => new PromptWriter(Problem(documentation: ""), settings, "Math"));

        Assert.Equal("the chat template(4): Here stands {{, and no placeholder. Write it as {{versions}}, or take it out.", refusal.Message);
    }

    [Fact]
    public void A_placeholder_that_there_is_not_is_told_with_its_line_and_the_nearest()
    {
        var settings = new PromptSettings { Chat = "{{header}}\n\n{{verions}}" };

        var refusal = Assert.Throws<ProposerException>(() => new PromptWriter(Problem(documentation: ""), settings, "Math"));

        Assert.Equal("the chat template(3): There is no placeholder {{verions}}. Write {{versions}}.\nthe chat template: {{versions}} is missing. A prompt cannot do without it.", refusal.Message);
    }

    [Fact]
    public void Documentation_from_inside_a_class_comes_to_the_margin()
    {
        var text = Write(Problem("    /// <summary>One.</summary>\r\n    /// <remarks>Two.</remarks>"), FirstBody);

        Assert.Contains("\n/// <summary>One.</summary>\n/// <remarks>Two.</remarks>\npublic static double Priority_v0(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_of_the_function_itself_bears_the_name_of_its_version()
    {
        var text = Write(Problem(""), FirstBody, "{ return room > 9 ? Priority (item, room - 1, capacity) : room; }");

        Assert.Contains("{ return room > 9 ? Priority_v1 (item, room - 1, capacity) : room; }", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ var Priority = 1; return Priority; }")]
    [InlineData("{ return PriorityOf(item); } // Priority(item)")]
    [InlineData("{ return Other.Priority(item); }")]
    [InlineData("""{ return "Priority(item)".Length; }""")]
    [InlineData("{ return Priority")]
    [InlineData("{ return $\"{Priority}\".Length; }")]
    public void Only_calls_of_the_function_are_renamed(string body) =>
        Assert.Contains($")\n{body}\n\n", Write(Problem(""), body), StringComparison.Ordinal);

    [Fact]
    public void A_comment_that_nests_without_end_harms_nobody()
    {
        var body = $"{{\n/// {string.Concat(Enumerable.Repeat("<a>", 100_000))}\nreturn Priority(item, room, capacity);\n}}";

        var text = Write(Problem(""), FirstBody, body);

        Assert.Contains("<a>\nreturn Priority_v1(item, room, capacity);\n}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_from_inside_a_class_comes_to_the_margin_and_keeps_its_shape()
    {
        var text = Write(Problem(""), "{\n        if (room > item)\n        {\n            return 1;\n        }\n\n  /* odd\n     one */\n        return 0;\n    }");

        Assert.Contains(")\n{\n    if (room > item)\n    {\n        return 1;\n    }\n\n/* odd\n one */\n    return 0;\n}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_within_a_string_stays_where_it_is()
    {
        var text = Write(Problem(""), "{\n        return @\"a\n        b\".Length;\n    }");

        Assert.Contains(")\n{\n    return @\"a\n        b\".Length;\n}\n", text, StringComparison.Ordinal);
    }

    private static string Write(Specification problem, params string[] bodies) => WriteAs(isCompletion: true, problem, Briefing.First, bodies);

    private static string WriteAs(bool isCompletion, Specification problem, Briefing briefing, params string[] bodies)
    {
        var parents = bodies.Select((body, id) => new ScoredProgram(id, new Body(body), new Signature([id / 3.0]))).ToList();
        return new PromptWriter(problem, new PromptSettings { Knowledge = Knowledge }, "Math, List, LINQ")
            .Write(new Prompt(1, parents, new Random(1)), briefing, isCompletion);
    }

    private static Specification Known => Problem(Documentation) with
    {
        Known =
        [
            new("Best fit", 0.25, null, null, null, null), new("Somebody", 0.5, null, null, null, "A journal"),
            new("Somebody", 5.3, null, "excess_percent", "OR1", "A journal"),
        ],
    };

    private static Specification Problem(string documentation) => BinPacking.Specification with
    {
        Function = BinPacking.Function with { Documentation = documentation },
        PromptContext = Context,
    };
}
