using FunSearch.Programs;
using FunSearch.Prompts;
using FunSearch.Proposers.Llm.Prompts;
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

    [Fact]
    public void Without_a_context_the_prompt_begins_with_version_0()
    {
        var text = Write(Problem(documentation: "") with { PromptContext = "" }, FirstBody);

        Assert.StartsWith("public static double Priority_v0(", text, StringComparison.Ordinal);
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

    private static string Write(Specification problem, params string[] bodies)
    {
        var parents = bodies.Select((body, id) => new ScoredProgram(id, new Body(body), new Signature([id]))).ToList();
        return new PromptWriter(problem).Write(new Prompt(1, parents, new Random(1)));
    }

    private static Specification Problem(string documentation) => new()
    {
        Problem = "bins",
        Variant = "",
        Folder = "/bins",
        ClassName = "Bins",
        Hash = "",
        Function = new EvolvedFunction("Priority", "double", [new("double", "item"), new("double", "room"), new("double", "capacity")], documentation),
        FirstBody = new Body(FirstBody),
        Minimise = false,
        Unverifiable = null,
        Splits = [Split.Train],
        Baselines = [],
        Figures = [],
        Known = [],
        Variants = [],
        ReadsData = false,
        Summary = "Online bin packing.",
        PromptContext = Context,
        Constants = [],
        Nameable = [],
        Assembly = [],
        References = [],
    };
}
