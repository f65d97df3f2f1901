using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Contexts;

/// <summary>Contexts that nobody made in good faith: evaluating throws for none, and ends.</summary>
public sealed class HostileContextTests
{
    private const string Rule = "'conditions':{'a':{'op':'in','value':['x','y']}}";

    [Fact]
    public void List_ThatContainsItself_Ends()
    {
        ArrayList list = [];
        list.Add(list);
        list.Add("x");

        Holds(list).ShouldBeTrue();
    }

    [Fact]
    public void Lists_OneInsideTheOther_AreLookedIntoOnce()
    {
        ArrayList deep = ["x"];
        for (int i = 0; i < 100_000; i++)
        {
            deep = [deep];
        }

        Holds(deep).ShouldBeFalse();
        Holds(new List<object?> { deep, "y" }).ShouldBeTrue();
    }

    [Fact]
    public void JsonArrays_OneInsideTheOther_AreLookedIntoOnce()
    {
        const int Depth = 100_000;
        using JsonDocument document = JsonDocument.Parse(new string('[', Depth) + new string(']', Depth), new JsonDocumentOptions { MaxDepth = Depth });

        Holds(document.RootElement).ShouldBeFalse();
    }

    [Fact]
    public void JsonObjects_OneInsideTheOther_AreReadAndEnd()
    {
        const int Depth = 50_000;
        string json = string.Concat(Enumerable.Repeat("{\"a\":", Depth)) + "\"x\"" + new string('}', Depth);
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Depth + 1 });

        FlagContext context = FlagContext.From(document.RootElement);

        FlagEngine engine = Given.Rule("'conditions':{'a.a.a':{'op':'exists'}}");
        engine.IsEnabled("f", context);
        engine.Explain("f", context).ToString().Length.ShouldBeLessThan(2_000);
        Holds(document.RootElement).ShouldBeFalse();
    }

    [Fact]
    public void Dictionaries_ThatContainEachOther_End()
    {
        Dictionary<string, object?> one = [];
        Dictionary<string, object?> other = new() { ["one"] = one };
        one["other"] = other;
        one["a"] = one;

        Holds(one).ShouldBeFalse();
        Given.Rule("'conditions':{'a.other.one.other.one.a':{'op':'in','value':['x']}}").Explain("f", FlagContext.From(one)).ToString().Length.ShouldBeLessThan(2_000);
    }

    [Fact]
    public void Dictionary_ThatFailsInItsOwnWay_IsAnswered()
    {
        FlagEngine engine = Given.Rule(Rule);
        FlagContext context = FlagContext.From(new Failing());

        engine.IsEnabled("f", context).ShouldBeFalse();
        engine.Evaluate("f", context).ErrorCode.ShouldBe(EvaluationErrorCode.General);
        engine.Explain("f", context).ErrorCode.ShouldBe(EvaluationErrorCode.General);
    }

    [Fact]
    public void Explain_OfALongText_ShowsItsBeginning()
    {
        FlagContext context = FlagContext.From(new Dictionary<string, object?> { ["a"] = new string('z', 1_000_000) });

        Given.Rule(Rule).Explain("f", context).ToString().Length.ShouldBeLessThan(2_000);
    }

    private static bool Holds(object value) => Given.Rule(Rule).IsEnabled("f", FlagContext.From(new Dictionary<string, object?> { ["a"] = value }));

    private sealed class SourceAwayException : Exception;

    /// <summary>As one that fetches its values from elsewhere may fail.</summary>
    private sealed class Failing : IReadOnlyDictionary<string, object?>
    {
        public IEnumerable<string> Keys => throw new SourceAwayException();

        public IEnumerable<object?> Values => throw new SourceAwayException();

        public int Count => throw new SourceAwayException();

        public object? this[string key] => throw new SourceAwayException();

        public bool ContainsKey(string key) => throw new SourceAwayException();

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => throw new SourceAwayException();

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw new SourceAwayException();

        IEnumerator IEnumerable.GetEnumerator() => throw new SourceAwayException();
    }
}
