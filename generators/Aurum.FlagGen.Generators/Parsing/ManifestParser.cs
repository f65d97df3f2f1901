using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns a manifest's text into the models of all that is generated from it. Faulty flags are passed over: the analyzer tells of them.</summary>
internal static class ManifestParser
{
    public static ManifestModel Parse(ManifestSource source, CancellationToken token)
    {
        FlagManifest manifest = ManifestReader.ReadShape(source.Text, token);
        OutputNames names = OutputNames.From(manifest.Namespace, manifest.ClassName, source.File.DefaultNamespace);
        ManifestFlag[] flags = [.. manifest.Flags.Where(static flag => flag.HasSoundShape)];
        token.ThrowIfCancellationRequested();

        // The attributes' types come first, as they do in the checker: an added flag must not change the name of what was there before.
        NameScope types = new(names.ClassName, names.Interface, names.Catalog, names.Extensions, names.Context, names.Keys, names.Switches, names.Constants);
        ContextModel context = ContextParser.Parse(manifest.Attributes, names, types);
        CompileTimeParser compileTime = new(names, source.File.Configuration, BuildOverrides.Parse(source.File.Overrides));
        FlagTreeParser tree = new(names, types, compileTime);
        AccessorsModel accessors = tree.Parse(flags, token);
        return new ManifestModel(
            source.File.Path, names, accessors, tree.Groups, tree.Types, context,
            KeysParser.Parse(flags, names),
            compileTime.Model,
            CatalogParser.Embed(manifest, names),
            CatalogParser.Embed(tree.RuntimeFlags, names));
    }
}
