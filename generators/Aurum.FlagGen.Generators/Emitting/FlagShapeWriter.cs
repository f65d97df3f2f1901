using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Emitting;

/// <summary>Writes the members by which a struct gives access to a flag.</summary>
internal static class FlagShapeWriter
{
    private const string Context = Runtime.Context + "? context";
    private const string Asker = "/// <param name=\"context\">Who asks; null for the ambient context.</param>";

    /// <summary>What the struct implements. A compile-time flag has no value that anything but the build could give it, so it is only a flag.</summary>
    public static string Interface(FlagShape shape) => shape.Handle is null ? Runtime.Flag : $"{Runtime.Flag}<{shape.ValueType}>";

    /// <param name="writer">Where to write them.</param>
    /// <param name="shape">The flag.</param>
    /// <param name="engine">What holds the engine.</param>
    /// <param name="handle">A name for the property that is the runtime's handle.</param>
    /// <param name="names">The names of what is generated.</param>
    /// <remarks>The scope is implemented explicitly, so that it meets no flag that is called so.</remarks>
    public static void WriteMembers(SourceWriter writer, FlagShape shape, string engine, string handle, OutputNames names)
    {
        writer.Write($"""
            /// <summary>The flag's key.</summary>
            public string Key => {CSharpText.Literal(shape.Key)};

            string {Runtime.Flag}.Scope => {CSharpText.Literal(names.Scope)};

            /// <summary>What kind of value the flag gives.</summary>
            public {Runtime.FlagType} Type => {Runtime.FlagType}.{shape.Type};
            """);
        if (shape.Handle is null)
        {
            WriteCompileTime(writer, shape);
            return;
        }

        WriteAnswers(writer, shape, shape.Variants.Count > 0 ? "The variant" : "The flag's value", handle);
        if (shape.Variants.Count > 0)
        {
            WriteMatch(writer, shape.Variants, handle);
        }

        writer.Write($"""
            /// <summary>Records that an event happened to a unit that may have seen the flag.</summary>
            /// <param name="context">To whom it happened; null for the ambient context.</param>
            /// <param name="eventName">The event's name.</param>
            public void Track({Context}, string eventName) => {handle}.Track(context, eventName);
            """);
        if (shape.EventType is { } eventType)
        {
            WriteTrack(writer, eventType, shape.Events, handle);
        }

        writer.Write($"private {shape.Handle} {handle} => {MemberWriter.NewHandle(engine, MemberWriter.Number(shape.Slot), shape.Payload, names)};");
    }

    private static void WriteAnswers(SourceWriter writer, FlagShape shape, string value, string handle)
    {
        writer.Write($"""
            /// <inheritdoc/>
            public bool IsEnabled({Context} = null) => {handle}.IsEnabled(context);
            """);
        if (shape.Getter is { } getter)
        {
            writer.Write($"""
                /// <summary>{value}.</summary>
                {Asker}
                public {shape.ValueType} {getter}({Context} = null) => {handle}.{getter}(context);
                """);
        }

        writer.Write($"""
            /// <summary>{value}, with why it is so.</summary>
            {Asker}
            public {Runtime.Evaluation}<{shape.ValueType}> Evaluate({Context} = null) => {handle}.Evaluate(context);

            /// <inheritdoc/>
            public {Runtime.Explanation} Explain({Context} = null) => {handle}.Explain(context);
            """);
    }

    /// <summary>One parameter for each variant, so that a variant added to the manifest does not compile until it has its answer.</summary>
    /// <remarks>The first variant is the enum's default, so it takes what is left as well.</remarks>
    private static void WriteMatch(SourceWriter writer, EquatableArray<VariantModel> variants, string handle)
    {
        string documentation = SourceWriter.Lines(0, variants.Select(static variant =>
            $"/// <param name=\"{variant.Parameter.TrimStart('@')}\">For the variant <c>{CSharpText.Documentation(variant.Text)}</c>.</param>"));
        string Parameters(string type) => string.Concat(variants.Select(variant => $", {type} {variant.Parameter}"));
        string Arms(int indentation, string label, string first, string end) => SourceWriter.Lines(indentation,
            [.. variants.Skip(1).Select((variant, i) => label + MemberWriter.Number(i + 1) + end.Replace("?", variant.Parameter)), first + end.Replace("?", variants[0].Parameter)]);
        writer.Write($$"""
            /// <summary>Calls the function of the variant, and no other.</summary>
            {{Asker}}
            {{documentation}}
            public TResult Match<TResult>({{Context}}{{Parameters("global::System.Func<TResult>")}}) => {{handle}}.GetOrdinal(context) switch
            {
                {{Arms(4, "", "_", " => ?(),")}}
            };

            /// <summary>Chooses the value of the variant.</summary>
            {{Asker}}
            {{documentation}}
            public TResult Match<TResult>({{Context}}{{Parameters("TResult")}}) => {{handle}}.GetOrdinal(context) switch
            {
                {{Arms(4, "", "_", " => ?,")}}
            };

            /// <summary>Calls the action of the variant, and no other.</summary>
            {{Asker}}
            {{documentation}}
            public void Match({{Context}}{{Parameters("global::System.Action")}})
            {
                switch ({{handle}}.GetOrdinal(context))
                {
                    {{Arms(8, "case ", "default", ": ?(); break;")}}
                }
            }
            """);
    }

    private static void WriteTrack(SourceWriter writer, string eventType, EquatableArray<NamedText> events, string handle) =>
        writer.Write($$"""
            /// <summary>Records that an event of the test happened to a unit that may have seen the flag.</summary>
            /// <param name="context">To whom it happened; null for the ambient context.</param>
            /// <param name="trackedEvent">The event.</param>
            public void Track({{Context}}, {{eventType}} trackedEvent) => {{handle}}.Track(context, trackedEvent switch
            {
                {{SourceWriter.Lines(4, events.Select(one => $"{eventType}.{one.Name} => {CSharpText.Literal(one.Text)},"))}}
                _ => throw new global::System.ArgumentOutOfRangeException(nameof(trackedEvent), trackedEvent, null),
            });
            """);

    /// <summary>Bodies that are a literal or a switch, and nothing else: the trimmer takes the branch of the other answer out of the application.</summary>
    /// <remarks>The interface is implemented explicitly: a method that implements one is virtual, and the trimmer takes no constant from a virtual method.</remarks>
    private static void WriteCompileTime(SourceWriter writer, FlagShape shape)
    {
        const string Everybody = "/// <param name=\"context\">Who asks; the answer is the same for everybody.</param>";
        string key = CSharpText.Literal(shape.Key);
        writer.Write($$"""
            /// <summary>Whether the flag is on, which this build has settled.</summary>
            public bool IsEnabled() => {{shape.Value}};

            /// <summary>Whether the flag is on, which this build has settled.</summary>
            {{Everybody}}
            public bool IsEnabled({{Context}}) => {{shape.Value}};

            bool {{Runtime.Flag}}.IsEnabled({{Context}}) => {{shape.Value}};

            /// <summary>The flag's value, with why it is so.</summary>
            {{Everybody}}
            public {{Runtime.Evaluation}}<bool> Evaluate({{Context}} = null) => new() { Key = {{key}}, Value = {{shape.Value}}, Reason = {{Runtime.Reason}}.Static };

            /// <inheritdoc/>
            public {{Runtime.Explanation}} Explain({{Context}} = null) => new() { Key = {{key}}, Value = {{Runtime.FlagValue}}.From({{shape.Value}}), IsOn = {{shape.Value}}, Reason = {{Runtime.Reason}}.Static, Source = {{Runtime.Source}}.Manifest };
            """);
    }
}
