namespace Aurum.FlagGen.Testing.Tests.Overrides;

/// <summary>250 tests, which run beside those of the other classes that derive from this one: 1,000 in all, and each wants the same flags otherwise.</summary>
public abstract class ConflictingTests(int offset)
{
    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, 250)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Overrides_OfTestsThatRunAtOnce_DoNotMeet(int number) =>
        (await ParallelOverrideTests.CountWrongAnswersAsync(offset + number)).ShouldBe(0);
}
