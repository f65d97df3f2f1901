namespace Aurum.FlagGen.Manifest.Model;

/// <summary>A place at which a flag requires or excludes another.</summary>
internal readonly record struct FlagReference(string Key, TextRange Range);
