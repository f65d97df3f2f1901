using System.Collections.Immutable;
using System.Globalization;
using Aurum.FlagGen.Generators.Emitting;
using Aurum.FlagGen.Generators.Errors;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators;

/// <summary>Generates typed access to the flags of each manifest of a project, and reports what is wrong with the manifests.</summary>
/// <remarks>It looks at additional files, options and references only, never at the compilation, so that typing C# runs none of it.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class FlagGenerator : IIncrementalGenerator
{
    /// <summary>What it can report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Diagnostics => ManifestDescriptors.All;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<ManifestFile>> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => ManifestFileParser.Read(pair.Left, pair.Right))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .Collect()
            .Select(static (files, _) => ManifestSourceParser.Gather(files))
            .WithTrackingName(TrackingNames.Files);

        IncrementalValuesProvider<ManifestText> texts = context.AdditionalTextsProvider
            .Select(static (file, token) => ManifestSourceParser.ReadText(file, token))
            .Where(static text => text is not null)
            .Select(static (text, _) => text!)
            .WithTrackingName(TrackingNames.Texts);

        IncrementalValuesProvider<ManifestSource> sources = texts
            .Combine(files)
            .Select(static (pair, _) => ManifestSourceParser.Join(pair.Left, pair.Right))
            .Where(static source => source is not null)
            .Select(static (source, _) => source!)
            .WithTrackingName(TrackingNames.Sources);

        IncrementalValuesProvider<ManifestReading> readings = sources
            .Select(static (source, token) => ManifestParser.Parse(source, token))
            .WithTrackingName(TrackingNames.Readings);

        IncrementalValuesProvider<ManifestModel> manifests = readings
            .Select(static (reading, _) => reading.Manifest)
            .WithTrackingName(TrackingNames.Manifests);

        IncrementalValuesProvider<ManifestErrorsModel> errors = readings
            .Select(static (reading, _) => reading.Errors)
            .WithTrackingName(TrackingNames.Errors);

        IncrementalValueProvider<EquatableArray<ReferencedClass>> referenced = context.MetadataReferencesProvider
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ReferencedClassParser.ReadAssemblyName(options)))
            .Select(static (pair, _) => ReferencedClassParser.Find(pair.Left, pair.Right))
            .Where(static found => found.Count > 0)
            .Collect()
            .Select(static (found, _) => ReferencedClassParser.Gather(found))
            .WithTrackingName(TrackingNames.Referenced);

        IncrementalValueProvider<ClassOwners> owners = errors
            .Select(static (manifest, _) => manifest.Identity)
            .WithTrackingName(TrackingNames.Identities)
            .Collect()
            .Combine(referenced)
            .Select(static (pair, _) => OwnerParser.Settle(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Owners);

        IncrementalValuesProvider<ManifestErrorsModel> unprinted = errors
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => ManifestErrorsParser.ArePrinted(options)))
            .Where(static pair => !pair.Right)
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(TrackingNames.Unprinted);

        context.RegisterSourceOutput(unprinted.Combine(owners), static (output, pair) => ManifestErrorReporter.Report(output, pair.Left, pair.Right));

        IncrementalValuesProvider<ManifestModel> owned = manifests
            .Combine(owners)
            .Where(static pair => pair.Right.Has(pair.Left.Path))
            .Select(static (pair, _) => pair.Left);

        Emit(context, owned.Select(static (manifest, _) => manifest.Accessors).WithTrackingName(TrackingNames.Accessors), static _ => "", AccessorsWriter.Write);
        Emit(context, owned.SelectMany(static (manifest, _) => manifest.Groups).WithTrackingName(TrackingNames.Groups), static groups => Numbered("Groups", groups.Index), GroupsWriter.Write);
        Emit(context, owned.Select(static (manifest, _) => manifest.Types).Where(static types => !types.IsEmpty).WithTrackingName(TrackingNames.Types), static _ => "Types", TypesWriter.Write);
        Emit(context, owned.Select(static (manifest, _) => manifest.Context).WithTrackingName(TrackingNames.Context), static _ => "Context", ContextWriter.Write);
        Emit(context, owned.SelectMany(static (manifest, _) => manifest.Keys).WithTrackingName(TrackingNames.Keys), static keys => Numbered("Keys", keys.Index), KeysWriter.Write);
        Emit(context, owned.Select(static (manifest, _) => manifest.CompileTime).Where(static flags => !flags.IsEmpty).WithTrackingName(TrackingNames.CompileTime), static _ => "CompileTime", CompileTimeWriter.Write);
        Emit(context, owned.Select(static (manifest, _) => manifest.Catalog).WithTrackingName(TrackingNames.Catalog), static _ => "Catalog", CatalogWriter.Write);
        Emit(context, owned.SelectMany(static (manifest, _) => manifest.CatalogParts).WithTrackingName(TrackingNames.CatalogParts), static part => Numbered("Catalog", part.Index), CatalogWriter.Write);
    }

    /// <summary>Writes a file from its model, and again only when that has changed.</summary>
    private static void Emit<TModel>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<TModel> models, Func<TModel, string> part, Func<TModel, SourceText> write)
        where TModel : IOutputModel =>
        context.RegisterSourceOutput(models, (output, model) => output.AddSource(model.Names.FileName(part(model)), write(model)));

    private static string Numbered(string part, int index) => index == 0 ? part : part + index.ToString(CultureInfo.InvariantCulture);
}
