using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.CompileTime;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns a manifest's text into the models of all that is generated from it. Flags whose shape is faulty are passed over.</summary>
internal static class ManifestParser
{
    /// <param name="source">The text.</param>
    /// <param name="memory">What was read before, so that only what is new has to be read.</param>
    /// <param name="token">Stops the parsing.</param>
    public static ManifestModel Parse(ManifestSource source, ManifestMemory memory, CancellationToken token)
    {
        ReadManifest manifest = memory.Read(source.File.Path, source.Text, token);
        ManifestHead head = manifest.Shape.Head;
        OutputNames names = OutputNames.From(head.Namespace, head.ClassName, source.File.DefaultNamespace, CatalogParser.ScopeOf(manifest.Shape.Declarations)) with { IsInternal = source.File.IsInternal };
        token.ThrowIfCancellationRequested();

        // The attributes' types come first, as they do in the checker: an added flag must not change the name of what was there before.
        NameScope types = new(names.ClassName, names.Interface, names.Catalog, names.Extensions, names.Context, names.Keys, names.Switches, names.Constants);
        ContextModel context = ContextParser.Parse(head.Attributes, names, types);
        CompileTimeParser compileTime = new(names, source.File.Configuration, BuildOverrides.Parse(source.File.Overrides));
        FlagTreeParser tree = new(names, types, compileTime);
        AccessorsModel accessors = tree.Parse(manifest.Flags, token);
        return new ManifestModel(
            source.File.Path, names, accessors, tree.Groups, tree.Types, context,
            KeysParser.Parse(manifest.Flags, names),
            compileTime.Model,
            CatalogParser.Embed(manifest.Shape.Declarations, tree.RuntimeFlags.Count > 0, names),
            CatalogParser.Embed(tree.RuntimeFlags, names));
    }
}
