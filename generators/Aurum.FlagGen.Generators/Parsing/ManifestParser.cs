using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.CompileTime;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Reads a manifest's text once, and turns it into the models of what is generated from it and of what is wrong with it.</summary>
internal static class ManifestParser
{
    public static ManifestReading Parse(ManifestSource source, CancellationToken token)
    {
        FlagManifest manifest = ManifestReader.Read(source.Text, token);
        return new ManifestReading(Parse(source.File, manifest, token), ManifestErrorsParser.Parse(source, manifest));
    }

    /// <summary>The models of what is generated. Flags whose shape is faulty are left out.</summary>
    private static ManifestModel Parse(ManifestFile file, FlagManifest manifest, CancellationToken token)
    {
        JsonNode declarations = manifest.Root ?? JsonNode.Object([], default);
        OutputNames names = OutputNames.From(manifest.Namespace, manifest.ClassName, file.DefaultNamespace, CatalogParser.ScopeOf(declarations)) with { IsInternal = file.IsInternal };
        FlagFacts[] flags = [.. manifest.Flags.Where(static flag => flag.HasSoundShape).Select(static flag => new FlagFacts(flag))];
        token.ThrowIfCancellationRequested();

        // The attributes' types come first, as they do in the checker: an added flag must not change the name of what was there before.
        NameScope types = new(names.ClassName, names.Interface, names.Catalog, names.Extensions, names.Context, names.Keys, names.Switches, names.Constants);
        ContextModel context = ContextParser.Parse(manifest.Attributes, names, types);
        CompileTimeParser compileTime = new(names, file.Configuration, BuildOverrides.Parse(file.Overrides));
        FlagTreeParser tree = new(names, types, compileTime);
        AccessorsModel accessors = tree.Parse(flags, token);
        return new ManifestModel(
            file.Path, names, accessors, tree.Groups, tree.Types, context,
            KeysParser.Parse(flags, names),
            compileTime.Model,
            CatalogParser.Embed(declarations, tree.RuntimeFlags.Count > 0, names),
            CatalogParser.Embed(tree.RuntimeFlags, names));
    }
}
