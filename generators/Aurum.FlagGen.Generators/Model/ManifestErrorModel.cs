namespace Aurum.FlagGen.Generators.Model;

/// <summary>Something that is wrong with a manifest.</summary>
/// <param name="Id">The code of its rule.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What the rule's message says of it.</param>
internal sealed record ManifestErrorModel(string Id, TextPlace Place, EquatableArray<string> Arguments);
