namespace Aurum.FlagGen.Generators.Model;

/// <summary>The compile-time flags that are more than a literal.</summary>
/// <param name="Names">The names of what is generated.</param>
/// <param name="Switches">Those that the trimmer and runtimeconfig.json decide.</param>
/// <param name="Constants">Those that <c>#if</c> and attributes may ask for.</param>
internal sealed record CompileTimeModel(OutputNames Names, EquatableArray<CompileTimeMember> Switches, EquatableArray<CompileTimeMember> Constants) : IOutputModel
{
    public bool IsEmpty => Switches.Count + Constants.Count == 0;
}
