using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Tests.Projects;

namespace Aurum.FlagGen.Analyzers.Tests.Reads;

/// <summary>AFG3001.</summary>
public sealed class TornReadRuleTests
{
    [Theory]
    [InlineData("void Do(FlagContext user) { if (Features.NewNav.IsEnabled(user)) { Act(); } Act(Features.[|NewNav|].IsEnabled(user), Features.NewNav.IsEnabled()); }")]
    [InlineData("bool Do(bool other) => Features.NewNav.IsEnabled() && other || Features.[|NewNav|].IsEnabled(null);")]
    [InlineData("bool Do(IFeatures features) { bool a = features.Checkout.IsEnabled(); bool b = features.[|Checkout|].IsEnabled(); return a == features.[|Checkout|].IsEnabled() || b; }")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { return; } Act(Features.[|NewNav|].IsEnabled()); }")]
    [InlineData("string Do() => Features.Checkout.Flow.IsEnabled() ? Features.Checkout.[|Flow|].GetVariant().ToString() : \"\";")]
    [InlineData("void Do(FlagContext[] users) { foreach (FlagContext user in users) { Act(Features.NewNav.IsEnabled(user)); Act(Features.[|NewNav|].IsEnabled(user)); } }")]
    [InlineData("void Do(FlagEngine engine) { Act(engine.IsEnabled(\"new_nav\")); Act(engine.GetFeatures().[|NewNav|].IsEnabled()); }")]
    [InlineData("async Task Do() { if (Features.NewNav.IsEnabled()) { await Task.Yield(); if (Features.[|NewNav|].IsEnabled()) { Act(); } } }")]
    [InlineData("Action Do() => () => { Act(Features.NewNav.IsEnabled()); Act(Features.[|NewNav|].IsEnabled()); };")]
    [InlineData("void Do() { Inner(); void Inner() { Act(Features.NewNav.IsEnabled()); Act(Features.[|NewNav|].IsEnabled()); } }")]
    [InlineData("void Do() { Act(_features.NewNav.IsEnabled()); Act(_features.[|NewNav|].IsEnabled()); }")]
    [InlineData("void Do() { try { Act(Features.NewNav.IsEnabled()); } finally { Act(); } Act(Features.[|NewNav|].IsEnabled()); }")]
    [InlineData("void Go(FlagEngine engine) => Do(engine.Capture().GetFeatures()); public bool Do(IFeatures view) => view.NewNav.IsEnabled() | view.[|NewNav|].IsEnabled();")]
    [InlineData("void Go(FlagEngine engine) { Do(engine.Capture().GetFeatures()); Do(_features); } private bool Do(IFeatures view) => view.NewNav.IsEnabled() | view.[|NewNav|].IsEnabled();")]
    [InlineData("Func<IFeatures, bool> Go(FlagEngine engine) { Do(engine.Capture().GetFeatures()); return Do; } private bool Do(IFeatures view) => view.NewNav.IsEnabled() | view.[|NewNav|].IsEnabled();")]
    public async Task Flag_ReadTwiceInOneRun_IsReportedAtTheLaterRead(string member) => await RuleTest.ReportsAsync(DiagnosticIds.TornRead, InClass(member));

    [Fact]
    public async Task Message_OfASecondRead_NamesTheFirstOnesLine() =>
        (await RuleTest.ReportsAsync(DiagnosticIds.TornRead, InClass("void Do() { Act(Features.NewNav.IsEnabled());\nAct(Features.[|NewNav|].IsEnabled()); }"))).ShouldBe(
            ["Flag 'new_nav' (owner: team-ui) is read a second time here and may have changed since line 14; keep the first answer in a local, or read from 'engine.Capture()'"]);

    [Theory]
    [InlineData("bool Do(bool other) => other ? Features.NewNav.IsEnabled() : !Features.NewNav.IsEnabled();")]
    [InlineData("bool Do(bool other) { if (other) { return Features.NewNav.IsEnabled(); } return Features.NewNav.IsEnabled(); }")]
    [InlineData("int Do(int which) { switch (which) { case 1: Act(Features.NewNav.IsEnabled()); break; case 2: Act(Features.NewNav.IsEnabled()); break; } return which; }")]
    [InlineData("bool Do(FlagContext one, FlagContext other) => Features.NewNav.IsEnabled(one) | Features.NewNav.IsEnabled(other);")]
    [InlineData("bool Do(IFeatures one, IFeatures other) => one.NewNav.IsEnabled() | other.NewNav.IsEnabled();")]
    [InlineData("bool Do() => Features.NewNav.IsEnabled() | Features.Checkout.IsEnabled();")]
    [InlineData("bool Do(FlagContext user, FlagContext other) { bool was = Features.NewNav.IsEnabled(user); user = other; return was | Features.NewNav.IsEnabled(user); }")]
    [InlineData("bool Do() => Features.NewNav.IsEnabled(Make()) | Features.NewNav.IsEnabled(Make());")]
    [InlineData("Func<bool> Do() { Act(Features.NewNav.IsEnabled()); return () => Features.NewNav.IsEnabled(); }")]
    [InlineData("void Do() { while (Features.NewNav.IsEnabled()) { Act(Features.NewNav.IsEnabled()); } }")]
    [InlineData("void Do() { Act(Features.NewNav.IsEnabled()); for (; ; ) { Act(Features.NewNav.IsEnabled()); } }")]
    [InlineData("bool Do(FlagEngine engine) { IFeatures view = engine.Capture().GetFeatures(); return view.NewNav.IsEnabled() | view.NewNav.IsEnabled(); }")]
    [InlineData("bool Do(FlagEngine engine) { FlagEngine pinned = engine.Capture(); IFeatures view = pinned.GetFeatures(); return view.NewNav.IsEnabled() | view.NewNav.IsEnabled(); }")]
    [InlineData("bool Do() => _view.NewNav.IsEnabled() | _view.NewNav.IsEnabled();")]
    [InlineData("void Go(FlagEngine engine) => Do(engine.Capture().GetFeatures()); private bool Do(IFeatures view) => view.NewNav.IsEnabled() | view.NewNav.IsEnabled();")]
    [InlineData("void Go(FlagEngine engine) { IFeatures one = engine.Capture().GetFeatures(); Do(1, one); this.Do(view: _view, times: 2); } private bool Do(int times, IFeatures view) => view.NewNav.IsEnabled() | view.NewNav.IsEnabled();")]
    [InlineData("void Do(FlagContext user) { Act(Features.NewNav.IsEnabled()); using (FlagContext.Use(user)) { Act(Features.NewNav.IsEnabled()); } }")]
    [InlineData("void Do(FlagEngine engine, FlagSet set) { Act(Features.NewNav.IsEnabled()); engine.Publish(set); Act(Features.NewNav.IsEnabled()); }")]
    [InlineData("void Do() { if (Features.NewNav.IsEnabled()) { Act(Features.NewNav.IsEnabled()); } }")]
    [InlineData("void Do() { Act(Features.NewNav.IsEnabled()); Features.NewNav.Track(null, \"seen\"); _ = Features.NewNav.Explain(); _ = Features.NewNav.Key; }")]
    [InlineData("string Do() => nameof(Features.NewNav) + nameof(Features.NewNav);")]
    public async Task Reads_ThatCannotDifferOrAreMeantTo_ArePassedOver(string member) => await RuleTest.ReportsAsync(DiagnosticIds.TornRead, InClass(member));

    private static string InClass(string member) => $$"""
        using System;
        using System.Threading.Tasks;
        using Acme;
        using Aurum.FlagGen;

        internal sealed class Use
        {
            private readonly IFeatures _features = FlagEngine.Default.GetFeatures();
            private readonly IFeatures _view;

            public Use(FlagEngine engine) => _view = engine.Capture().GetFeatures();
            private static FlagContext Make() => FlagContext.Empty;
            private static void Act(params bool[] flags) { }
            public {{member}}
        }
        """;
}
