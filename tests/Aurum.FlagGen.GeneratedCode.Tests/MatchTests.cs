using Acme.Shop;

namespace Aurum.FlagGen.GeneratedCode.Tests;

/// <summary>Which overload a call of <c>Match</c> binds to. That this file compiles is half of the test.</summary>
public sealed class MatchTests
{
    private static readonly FeatureContext Anybody = new() { UserId = "user-1" };

    private static readonly FeatureContext Trial = new() { UserId = "user-1", UserRole = UserRoles.OnTrial };

    private static string OldPage() => "old";

    private static string NewPage() => "new";

    private static string ShortPage() => "short";

    private static string Overloaded() => "overloaded";

    private static string Overloaded(int length) => length.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void DoNothing()
    {
    }

    [Fact]
    public void Match_OfMethodGroups_CallsTheVariantsOwn()
    {
        string page = Features.Checkout.Flow.Match(Anybody, control: OldPage, variantA: NewPage, variantB: ShortPage);

        page.ShouldBe("new");
    }

    [Fact]
    public void Match_OfOverloadedMethods_CallsTheVariantsOwn()
    {
        string page = Features.Checkout.Flow.Match(Trial, control: OldPage, variantA: NewPage, variantB: Overloaded);

        page.ShouldBe("overloaded");
    }

    [Fact]
    public void Match_OfLambdas_CallsOneOnly()
    {
        List<string> called = [];

        string page = Features.Checkout.Flow.Match(
            Anybody,
            control: () => { called.Add("control"); return "a"; },
            variantA: () => { called.Add("variantA"); return "b"; },
            variantB: () => { called.Add("variantB"); return "c"; });

        page.ShouldBe("b");
        called.ShouldBe(["variantA"]);
    }

    [Fact]
    public void Match_OfLambdasOfDifferentTypes_FindsTheCommonOne()
    {
        double value = Features.Checkout.Flow.Match(Anybody, control: static () => 1, variantA: static () => 2.5, variantB: static () => 3);

        value.ShouldBe(2.5);
    }

    [Fact]
    public void Match_OfLambdasThatThrow_IsStillAMatch()
    {
        string page = Features.Checkout.Flow.Match<string>(
            Anybody, control: static () => throw new InvalidOperationException(), variantA: static () => "new", variantB: static () => throw new InvalidOperationException());

        page.ShouldBe("new");
    }

    [Fact]
    public void Match_OfValues_GivesTheVariantsOwn()
    {
        Features.Checkout.Flow.Match(Anybody, "old", "new", "short").ShouldBe("new");
        Features.Checkout.Flow.Match(Trial, 1, 2, 3).ShouldBe(3);
        Features.Checkout.Flow.Match<string?>(Trial, "old", "new", null).ShouldBeNull();
    }

    [Fact]
    public void Match_OfStoredFunctions_CallsThem()
    {
        Func<int> one = static () => 1;
        Func<int> two = static () => 2;

        int value = Features.Checkout.Flow.Match(Anybody, one, two, one);

        value.ShouldBe(2);
    }

    [Fact]
    public void Match_OfActions_RunsOneOnly()
    {
        List<string> called = [];

        Features.Checkout.Flow.Match(Anybody, control: () => called.Add("control"), variantA: () => called.Add("variantA"), variantB: () => called.Add("variantB"));
        Features.Checkout.Flow.Match(Anybody, DoNothing, DoNothing, DoNothing);
        Features.Checkout.Flow.Match(Trial, control: DoNothing, variantA: () => throw new InvalidOperationException(), variantB: () => called.Add("variantB"));

        called.ShouldBe(["variantA", "variantB"]);
    }

    [Fact]
    public async Task Match_OfAsyncLambdas_GivesTheTask()
    {
        Task<int> task = Features.Checkout.Flow.Match(
            Anybody,
            control: static async () => { await Task.Yield(); return 1; },
            variantA: static async () => { await Task.Yield(); return 2; },
            variantB: static async () => { await Task.Yield(); return 3; });

        (await task).ShouldBe(2);
        await Features.Checkout.Flow.Match(Anybody, static async () => await Task.Yield(), static async () => await Task.Yield(), static async () => await Task.Yield());
    }

    [Fact]
    public void Match_OfVariantsThatAreKeywordsOrParameters_HasNamesForThem() =>
        Features.Checkout.Payment.Provider.Match(context: null, @default: 1, contextVariant: 2, @class: 3).ShouldBe(2);
}
