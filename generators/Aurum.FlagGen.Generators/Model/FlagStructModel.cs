namespace Aurum.FlagGen.Generators.Model;

/// <summary>The struct of a flag that has members which the runtime's handles lack.</summary>
internal sealed record FlagStructModel(string TypeName, FlagShape Shape);
