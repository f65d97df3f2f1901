namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A place at which a text is not JSON, with a sentence that says why and what to write instead.</summary>
internal sealed record JsonFault(JsonFaultKind Kind, TextRange Range, string Message);
