namespace Aurum.FlagGen.Generators.Model;

/// <summary>What the project says of one of its manifests.</summary>
/// <param name="Path">The file's path as the compiler knows it.</param>
/// <param name="EmitsAccessors">Whether this project owns the manifest; the others that share it only read it.</param>
/// <param name="IsInternal">Whether what is generated is for this project alone.</param>
/// <param name="DefaultNamespace">The namespace of what is generated where the manifest names none.</param>
/// <param name="Configuration">The configuration that is being built, such as <c>Debug</c>; compile-time flags may differ by it.</param>
/// <param name="Overrides">What this build says of compile-time flags.</param>
internal sealed record ManifestFile(string Path, bool EmitsAccessors, bool IsInternal, string DefaultNamespace, string Configuration, string Overrides);
