using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Contexts;

public class AmbientContextTests
{
    [Fact]
    public void Current_WithoutAScope_IsEmpty() => FlagContext.Current.ShouldBeSameAs(FlagContext.Empty);

    [Fact]
    public void Use_UntilDisposed_IsWhatEvaluationsTake()
    {
        FlagEngine engine = Given.Rule("'conditions':{'user_id':'u'}");
        using (FlagContext.Use(Given.User("u")))
        {
            engine.IsEnabled("f").ShouldBeTrue();
        }

        engine.IsEnabled("f").ShouldBeFalse();
    }

    [Fact]
    public void Use_Nested_RestoresTheOuterOne()
    {
        FlagContext outer = Given.User("outer");
        FlagContext inner = Given.User("inner");
        using (FlagContext.Use(outer))
        {
            using (FlagContext.Use(inner))
            {
                FlagContext.Current.ShouldBeSameAs(inner);
            }

            FlagContext.Current.ShouldBeSameAs(outer);
        }
    }

    [Fact]
    public void Dispose_OutOfOrder_LeavesTheInnerOneInForce()
    {
        FlagContext inner = Given.User("inner");
        FlagContextScope first = FlagContext.Use(Given.User("outer"));
        FlagContextScope second = FlagContext.Use(inner);

        first.Dispose();
        FlagContext.Current.ShouldBeSameAs(inner);

        second.Dispose();
        FlagContext.Current.ShouldBeSameAs(FlagContext.Empty);
    }

    [Fact]
    public void Use_WithAFactory_CallsItOnceAndOnlyWhenAsked()
    {
        int calls = 0;
        using (FlagContext.Use(() =>
        {
            calls++;
            return Given.User("u");
        }))
        {
            calls.ShouldBe(0);
            FlagContext.Current.ShouldBeSameAs(FlagContext.Current);
            calls.ShouldBe(1);
        }
    }

    [Fact]
    public void Use_WithAFactoryThatAsksForTheAmbientContext_GetsTheOuterOne()
    {
        FlagContext outer = Given.User("outer");
        FlagContext? seen = null;
        using (FlagContext.Use(outer))
        using (FlagContext.Use(() =>
        {
            seen = FlagContext.Current;
            return Given.User("inner");
        }))
        {
            FlagContext.Current.ShouldNotBeSameAs(outer);
            seen.ShouldBeSameAs(outer);
        }
    }

    [Fact]
    public async Task Use_InOneFlow_IsNotSeenInAnother()
    {
        FlagContext mine = Given.User("mine");
        using (FlagContext.Use(mine))
        {
            await Task.Run(() =>
            {
                FlagContext.Current.ShouldBeSameAs(mine);
                FlagContext.Use(Given.User("theirs"));
            }, TestContext.Current.CancellationToken);

            FlagContext.Current.ShouldBeSameAs(mine);
        }
    }
}
