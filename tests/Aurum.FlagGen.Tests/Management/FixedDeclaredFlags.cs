using Aurum.FlagGen.Declarations;

namespace Aurum.FlagGen.Tests.Management;

/// <summary>The manifests of a process that was compiled with these and no others: what other tests register is not seen.</summary>
internal sealed class FixedDeclaredFlags(params FlagCatalog[] catalogs) : DeclaredFlags([], static _ => false)
{
    public static FixedDeclaredFlags None { get; } = new();

    public override IReadOnlyList<FlagCatalog> Catalogs { get; } = catalogs;
}
