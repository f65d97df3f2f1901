using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

public class AllocationTests
{
    private static readonly ShopContext[] Contexts = [.. Enumerable.Range(0, 100).Select(ShopContext.Of)];

    public static TheoryData<string> Keys { get; } = [.. TypedFlags.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Evaluate_BySlotOverATypedContext_AllocatesNothing(string key)
    {
        FlagEngine engine = new(Given.Clock());
        int slot = TypedFlags.Slot(key);

        Allocated(() =>
        {
            foreach (ShopContext context in Contexts)
            {
                engine.Evaluate(slot, context);
            }
        }).ShouldBe(0);
    }

    [Fact]
    public void Evaluate_ByKeyOverADictionary_AllocatesTheContextAlone()
    {
        FlagEngine engine = Given.Rule("'conditions':{'user.role':'premium'},'rollout_percentage':50");
        FlagContext[] contexts = [.. Enumerable.Range(0, 100).Select(static i => FlagContext.From(new Dictionary<string, object?> { ["user_id"] = $"u{i}", ["user.role"] = "premium" }))];

        Allocated(() =>
        {
            foreach (FlagContext context in contexts)
            {
                engine.IsEnabled("f", context);
                engine.GetBooleanDetails("f", false, context);
            }
        }).ShouldBe(0);
    }

    [Fact]
    public void EvaluateAll_IntoTheCallersMemory_AllocatesNothing()
    {
        FlagEngine engine = new(Given.Clock());
        FlagEvaluation<FlagValue>[] results = new FlagEvaluation<FlagValue>[1_000];

        Allocated(() =>
        {
            foreach (ShopContext context in Contexts)
            {
                engine.EvaluateAll(context, results);
            }
        }).ShouldBe(0);
    }

    private static long Allocated(Action hundredEvaluations)
    {
        for (int i = 0; i < 100; i++)
        {
            hundredEvaluations();
        }

        return AllocatedBytes.OfThisThread(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                hundredEvaluations();
            }
        });
    }
}
