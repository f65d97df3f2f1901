namespace Aurum.FlagGen.Generators.Model;

/// <summary>The struct that all flags with the same variants share.</summary>
/// <param name="TypeName">The struct's name; its type parameter is the flag's enum.</param>
/// <param name="Variants">The variants.</param>
internal sealed record VariantHandleModel(string TypeName, EquatableArray<VariantModel> Variants);
