namespace Aurum.FlagGen.Manifest.Model;

/// <summary>What a rollout does when its guard's event comes too often.</summary>
internal enum GuardAction
{
    Stop,
    FallBack,
}
