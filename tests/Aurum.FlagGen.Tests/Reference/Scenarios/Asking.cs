namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>Who asks, and when.</summary>
/// <param name="User">The user context's JSON.</param>
/// <param name="Feature">The feature context's JSON.</param>
/// <param name="Now">The instant.</param>
internal sealed record Asking(string User, string Feature, DateTimeOffset Now);
