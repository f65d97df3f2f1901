namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The members of a rollout plan's guard.</summary>
internal static class GuardMembers
{
    public static readonly ManifestMember Event = new("event", JsonKinds.String);
    public static readonly ManifestMember MaxRate = new("max_rate", JsonKinds.Number);
    public static readonly ManifestMember MinUnits = new("min_units", JsonKinds.Number);
    public static readonly ManifestMember OnBreach = new("on_breach", JsonKinds.String);

    /// <summary>All of them; it stands last because it is made of those above.</summary>
    public static readonly MemberTable Table = new(
        Event, MaxRate, MinUnits, OnBreach);
}
