//! The committed TypeScript is what the types say.

#[test]
fn the_committed_typescript_is_what_cargo_xtask_codegen_writes() {
    let committed = include_str!("../../../../ui/src/protocol/generated/index.ts");
    assert_eq!(
        committed,
        gazouillis_protocol::typescript::declarations(),
        "the wire types have changed: run `cargo xtask codegen` and commit what it writes"
    );
}
