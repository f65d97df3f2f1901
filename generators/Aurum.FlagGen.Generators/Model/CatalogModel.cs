namespace Aurum.FlagGen.Generators.Model;

/// <summary>The class that bears the manifest as the run time needs it, and all of the manifest but the flags. The position of a flag in the manifest is the position of its slot.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Head">What stands before the flags.</param>
/// <param name="Tail">What stands after them.</param>
/// <param name="HasFlags">Whether any flag is decided at run time.</param>
/// <param name="Shape">A number that changes with all outside of flags on which generated code depends.</param>
internal sealed record CatalogModel(OutputNames Names, string Head, string Tail, bool HasFlags, ulong Shape) : IOutputModel;
