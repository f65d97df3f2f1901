using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public class AttributeReaderTests
{
    private static readonly FlagContext First = new GeneratedContext(["a", "b", "n"], ["1", "2"], [7]);
    private static readonly FlagContext Second = new GeneratedContext(["b", "n", "a"], ["3"], [8, 9]);
    private static readonly FlagContext Third = new GeneratedContext(["x", "y", "z", "b"], ["4", "5", "6", "7"], []);
    private static readonly FlagContext Without = new GeneratedContext(["x", "n"], ["none"], [1]);

    [Fact]
    public void Read_SeveralKindsOfContexts_FindsThePlaceInEach()
    {
        AttributeReader reader = new("b");

        for (int i = 0; i < 3; i++)
        {
            Read(reader, First).ShouldBe("2");
            Read(reader, Second).ShouldBe("3");
            Read(reader, Third).ShouldBe("7");
            Read(reader, Without).ShouldBeNull();
            Read(reader, Given.Context("{'b':'8'}")).ShouldBe("8");
        }
    }

    [Fact]
    public void ReadText_AnyContext_IsTheTextOrNull()
    {
        AttributeReader reader = new("b");

        foreach ((FlagContext context, string? expected) in new[] { (First, "2"), (Second, "3"), (Without, null), (Given.Context("{'b':'8'}"), "8"), (Given.Context("{'b':8}"), null) })
        {
            EvaluationScope scope = new(context, now: 0, decided: default);
            reader.ReadText(in scope).ShouldBe(expected);
            reader.ReadText(in scope).ShouldBe(expected);
        }
    }

    /// <summary>The quick way is the first kind's alone; of the others the reader must say that it does not know them.</summary>
    [Fact]
    public void TryReadText_AfterTheFirstKind_KnowsTheFieldOfThatKindAlone()
    {
        AttributeReader reader = new("b");
        TryReadText(reader, First).ShouldBe((false, null));

        Read(reader, First);
        Read(reader, Second);
        Read(reader, Third);

        TryReadText(reader, First).ShouldBe((true, "2"));
        TryReadText(reader, Second).ShouldBe((false, null));
        TryReadText(reader, Third).ShouldBe((false, null));
        TryReadInteger(reader, First).ShouldBe((false, null));
    }

    [Theory]
    [InlineData("n", 8L)]
    [InlineData("a", 9L)]
    public void TryReadInteger_AfterTheFirstKind_KnowsTheFieldBehindTheTexts(string path, long expected)
    {
        AttributeReader reader = new(path);
        TryReadInteger(reader, Second).ShouldBe((false, null));

        Read(reader, Second);

        TryReadInteger(reader, Second).ShouldBe((true, expected));
        TryReadInteger(reader, First).ShouldBe((false, null));
        TryReadText(reader, Second).ShouldBe((false, null));
    }

    [Fact]
    public void TryRead_OfAnAttributeThatTheFirstKindLacks_KnowsNothing()
    {
        AttributeReader reader = new("b");

        Read(reader, Without).ShouldBeNull();

        TryReadText(reader, Without).ShouldBe((false, null));
        TryReadInteger(reader, Without).ShouldBe((false, null));
    }

    private static string? Read(AttributeReader reader, FlagContext context)
    {
        EvaluationScope scope = new(context, now: 0, decided: default);
        return reader.Read(in scope).Text;
    }

    private static (bool IsKnown, string? Text) TryReadText(AttributeReader reader, FlagContext context)
    {
        EvaluationScope scope = new(context, now: 0, decided: default);
        return (reader.TryReadText(in scope, out string? text), text);
    }

    private static (bool IsKnown, long? Integer) TryReadInteger(AttributeReader reader, FlagContext context)
    {
        EvaluationScope scope = new(context, now: 0, decided: default);
        return (reader.TryReadInteger(in scope, out long? integer), integer);
    }

    /// <summary>A kind of its own: texts, then integers.</summary>
    private sealed class GeneratedContext(string[] paths, string?[] texts, long?[] integers) : FlagContext
    {
        protected internal override FlagContextSchema Schema { get; } = new(paths);

        protected internal override AttributeFields AttributeFields => new(Schema, texts, integers);

        protected internal override AttributeValue GetAttribute(int index) =>
            index < texts.Length ? AttributeValue.From(texts[index]) : AttributeValue.From(integers[index - texts.Length]);
    }
}
