namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>A manifest, and who asks for its flags and when.</summary>
internal sealed record Scenario(string Manifest, IReadOnlyList<string> Keys, IReadOnlyList<Asking> Askings);
