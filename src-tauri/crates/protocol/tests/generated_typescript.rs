//! The committed TypeScript is what the types say.

use std::path::Path;

#[test]
fn the_committed_typescript_is_what_cargo_xtask_codegen_writes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/protocol/generated/index.ts");
    let declared = gazouillis_protocol::typescript::declarations();
    if std::env::var_os("GAZOUILLIS_CODEGEN").is_some() {
        std::fs::write(&path, &declared).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        committed, declared,
        "the wire types have changed: run `cargo xtask codegen` and commit what it writes"
    );
}
