using Aurum.FlagGen;

namespace Aurum.Samples.Dashboard;

/// <summary>Where a user stands on the strip of a hundred that a rule's percentage divides.</summary>
internal sealed record PlaceView(double Bucket, double Percentage, string Unit)
{
    public static PlaceView? Of(FlagExplanation explanation) =>
        Why.LastRollout(explanation)?.Rollout is { Bucket: { } bucket, TargetingKey: { } unit } rollout
            ? new PlaceView(bucket, rollout.Percentage, unit)
            : null;
}
