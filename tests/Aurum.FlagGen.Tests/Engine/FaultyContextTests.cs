using System.Collections;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

public class FaultyContextTests
{
    [Fact]
    public void Dictionary_ThatThrows_GivesTheDefaultAndSaysSo()
    {
        FlagEngine engine = Given.Flags("'f':{'status':'enabled','default_value':true,'rules':[{'name':'r','value':false,'conditions':{'a':1}}]}");
        FlagContext context = FlagContext.From(new ThrowingDictionary());

        FlagEvaluation<bool> result = engine.GetBooleanDetails("f", defaultValue: false, context);
        result.Value.ShouldBeFalse();
        result.Reason.ShouldBe(EvaluationReason.Error);
        result.ErrorCode.ShouldBe(EvaluationErrorCode.General);
        engine.Evaluate("f", context).Value.ShouldBe(true);
        engine.IsEnabled("f", context).ShouldBeTrue();
        engine.Explain("f", context).ErrorCode.ShouldBe(EvaluationErrorCode.General);
        engine.EvaluateAll(context).ShouldContain(static evaluation => evaluation.Key == "f" && evaluation.ErrorCode == EvaluationErrorCode.General);
    }

    [Fact]
    public void TypedContext_ThatThrows_GivesTheDefaultBySlotToo()
    {
        FlagEngine engine = new(Given.Clock());

        engine.Evaluate(TypedFlags.Slot("typed.integer"), new ThrowingContext()).Value.ShouldBe(20);
        engine.Evaluate(TypedFlags.Slot("typed.integer"), new ThrowingContext()).ErrorCode.ShouldBe(EvaluationErrorCode.General);
    }

    [Fact]
    public void Context_ThatThrows_DoesNotMatterToAFlagThatReadsNone() =>
        Given.Flags("'f':{'status':'enabled','default_value':true}").GetBooleanDetails("f", false, new ThrowingContext()).Value.ShouldBeTrue();

    [Fact]
    public void AmbientFactory_ThatThrows_GivesTheDefault()
    {
        FlagEngine engine = Given.Rule("'conditions':{'a':1}");
        using (FlagContext.Use(static () => throw new InvalidOperationException("No request.")))
        {
            engine.Evaluate("f").ErrorCode.ShouldBe(EvaluationErrorCode.General);
        }
    }

    private sealed class ThrowingContext : FlagContext
    {
        private static readonly FlagContextSchema Attributes = new("user_id", "user.age");

        protected internal override FlagContextSchema Schema => Attributes;

        protected internal override AttributeValue GetAttribute(int index) => throw new NotSupportedException("Not here.");
    }

    private sealed class ThrowingDictionary : IReadOnlyDictionary<string, object?>
    {
        public int Count => throw Failure();

        public IEnumerable<string> Keys => throw Failure();

        public IEnumerable<object?> Values => throw Failure();

        public object? this[string key] => throw Failure();

        public bool ContainsKey(string key) => throw Failure();

        public bool TryGetValue(string key, out object? value) => throw Failure();

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw Failure();

        IEnumerator IEnumerable.GetEnumerator() => throw Failure();

        private static InvalidOperationException Failure() => new("Operations that change non-concurrent collections must have exclusive access.");
    }
}
