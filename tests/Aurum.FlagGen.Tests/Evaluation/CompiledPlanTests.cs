using Aurum.FlagGen.Evaluation;

namespace Aurum.FlagGen.Tests.Evaluation;

public class CompiledPlanTests
{
    private static readonly RolloutPlan Plan = new()
    {
        Strategy = RolloutStrategy.Gradual,
        StartPercentage = 10,
        EndPercentage = 50,
        StepPercentage = 15,
        StepIntervalHours = 2,
        StartTime = Given.Noon,
    };

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 10_000)]
    [InlineData(TimeSpan.TicksPerHour * 2 - 1, 10_000)]
    [InlineData(TimeSpan.TicksPerHour * 2, 25_000)]
    [InlineData(TimeSpan.TicksPerHour * 4, 40_000)]
    [InlineData(TimeSpan.TicksPerHour * 6, 50_000)]
    [InlineData(TimeSpan.TicksPerHour * 600_000, 50_000)]
    public void Gradual_AfterSoManyTicks_HasRisenByWholeSteps(long ticks, int expected) =>
        CompiledPlan.Gradual(Plan)!.GetThreshold(Given.Noon.UtcTicks + ticks).ShouldBe(expected);

    [Fact]
    public void Gradual_ByTheSmallestStep_Rises() =>
        CompiledPlan.Gradual(Plan with { StepPercentage = 0.001 })!.GetThreshold(Given.Noon.AddHours(10).UtcTicks).ShouldBe(10_005);

    [Fact]
    public void Gradual_WithoutSteps_StaysWhereItBegan() =>
        CompiledPlan.Gradual(Plan with { StepPercentage = 0 })!.GetThreshold(Given.Noon.AddYears(1).UtcTicks).ShouldBe(10_000);

    [Fact]
    public void Gradual_FromItsEnd_IsThatShareAtOnce() =>
        CompiledPlan.Gradual(Plan with { StartPercentage = 50 })!.GetThreshold(Given.Noon.UtcTicks).ShouldBe(50_000);

    [Fact]
    public void Gradual_FromNothing_BeginsWithTheFirstStep()
    {
        CompiledPlan plan = CompiledPlan.Gradual(Plan with { StartPercentage = 0 })!;

        plan.GetThreshold(Given.Noon.UtcTicks).ShouldBe(0);
        plan.GetThreshold(Given.Noon.AddHours(2).UtcTicks).ShouldBe(15_000);
    }

    /// <summary>A tick is the shortest interval; a longer one than time itself is an interval.</summary>
    [Theory]
    [InlineData(1.0 / TimeSpan.TicksPerHour, true)]
    [InlineData(0.5 / TimeSpan.TicksPerHour, false)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(double.NaN, false)]
    [InlineData(1e300, true)]
    public void Gradual_OfAnInterval_NeedsATick(double hours, bool isPlan) => (CompiledPlan.Gradual(Plan with { StepIntervalHours = hours }) is not null).ShouldBe(isPlan);

    [Fact]
    public void Gradual_ByTheTick_RisesToItsEndAndNoFurther()
    {
        CompiledPlan plan = CompiledPlan.Gradual(Plan with { StepIntervalHours = 1.0 / TimeSpan.TicksPerHour, StepPercentage = 100, EndPercentage = 100 })!;

        plan.GetThreshold(Given.Noon.UtcTicks + 1).ShouldBe(100_000);
        plan.GetThreshold(DateTimeOffset.MaxValue.UtcTicks).ShouldBe(100_000);
    }

    [Fact]
    public void Gradual_ByLongIntervals_DoesNotRiseInAnyTime() =>
        CompiledPlan.Gradual(Plan with { StepIntervalHours = 1e300 })!.GetThreshold(DateTimeOffset.MaxValue.UtcTicks).ShouldBe(10_000);

    [Fact]
    public void Gradual_WithoutWhatItNeeds_IsNoPlan()
    {
        CompiledPlan.Gradual(Plan with { StartTime = null }).ShouldBeNull();
        CompiledPlan.Gradual(Plan with { StartPercentage = -1 }).ShouldBeNull();
        CompiledPlan.Gradual(Plan with { StartPercentage = 50.001 }).ShouldBeNull();
        CompiledPlan.Gradual(Plan with { EndPercentage = 100.001 }).ShouldBeNull();
        CompiledPlan.Gradual(Plan with { StepPercentage = -0.001 }).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 30_000)]
    [InlineData(9, 30_000)]
    [InlineData(10, 0)]
    public void Scheduled_AtATick_IsItsShareWithinItsTime(long ticks, int expected)
    {
        RolloutPlan plan = new() { Strategy = RolloutStrategy.Scheduled, Percentage = 30, StartTime = Given.Noon, EndTime = Given.Noon.AddTicks(10) };

        CompiledPlan.Scheduled(plan)!.GetThreshold(Given.Noon.UtcTicks + ticks).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(-0.001, false)]
    [InlineData(100.001, false)]
    public void Scheduled_OfAPercentage_IsAPlanWhereItIsOne(double percentage, bool isPlan) =>
        (CompiledPlan.Scheduled(new RolloutPlan { Strategy = RolloutStrategy.Scheduled, Percentage = percentage }) is not null).ShouldBe(isPlan);
}
