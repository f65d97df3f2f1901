namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a rollout plan; which of them it may have depends on its strategy.</summary>
internal static class RolloutPlanMembers
{
    public static readonly ManifestMember Strategy = new("strategy", JsonKinds.String);
    public static readonly ManifestMember Percentage = new("percentage", JsonKinds.Number);
    public static readonly ManifestMember StartPercentage = new("start_percentage", JsonKinds.Number);
    public static readonly ManifestMember EndPercentage = new("end_percentage", JsonKinds.Number);
    public static readonly ManifestMember StepPercentage = new("step_percentage", JsonKinds.Number);
    public static readonly ManifestMember StepIntervalHours = new("step_interval_hours", JsonKinds.Number);
    public static readonly ManifestMember StartTime = new("start_time", JsonKinds.String);
    public static readonly ManifestMember EndTime = new("end_time", JsonKinds.String);
    public static readonly ManifestMember UserSegments = new("user_segments", JsonKinds.Array);
    public static readonly ManifestMember RequiredFlags = new("required_flags", JsonKinds.Array);
    public static readonly ManifestMember Guard = new("guard", JsonKinds.Object);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Strategy, Percentage, StartPercentage, EndPercentage, StepPercentage, StepIntervalHours, StartTime, EndTime, UserSegments, RequiredFlags,
        Guard);
}
