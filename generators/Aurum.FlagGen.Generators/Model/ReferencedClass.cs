namespace Aurum.FlagGen.Generators.Model;

/// <summary>A type that was generated from a manifest in an assembly to which the project refers, and which the project can see.</summary>
/// <param name="FullName">Its name with its namespace.</param>
/// <param name="AssemblyName">The assembly's name.</param>
internal sealed record ReferencedClass(string FullName, string AssemblyName);
