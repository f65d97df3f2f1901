namespace Aurum.FlagGen.Manifest.Json;

/// <summary>A place at which a text is not JSON, with a sentence that says why and what to write instead.</summary>
internal readonly record struct JsonFault(JsonFaultKind Kind, TextRange Range, string Message);
