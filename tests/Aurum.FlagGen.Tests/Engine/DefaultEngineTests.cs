namespace Aurum.FlagGen.Tests.Engine;

/// <summary>The default engine is the process's: these tests run beside no others.</summary>
[Collection(DefaultEngineGroup.Name)]
public class DefaultEngineTests
{
    [Fact]
    public void UseAsDefault_Several_TheLastOpenedCountsInWhicheverOrderTheyAreClosed()
    {
        FlagEngine original = FlagEngine.Default;
        FlagEngine one = new();
        FlagEngine two = new();

        IDisposable first = FlagEngine.UseAsDefault(one);
        IDisposable second = FlagEngine.UseAsDefault(two);
        FlagEngine.Default.ShouldBeSameAs(two);

        first.Dispose();
        FlagEngine.Default.ShouldBeSameAs(two);

        second.Dispose();
        second.Dispose();
        FlagEngine.Default.ShouldBeSameAs(original);
    }

    [Fact]
    public void Default_WithoutAHost_AnswersFromTheManifests() =>
        FlagEngine.Default.IsEnabled(TypedFlags.Slot("typed.on"), null).ShouldBeTrue();
}
