fn main() {
    // Without this line, Cargo doesn't compile again when only a migration is new.
    println!("cargo:rerun-if-changed=migrations");

    // Tests that need a server are ignored if DATABASE_URL isn't set.
    println!("cargo:rustc-check-cfg=cfg(no_database)");
    println!("cargo:rerun-if-env-changed=DATABASE_URL");
    if std::env::var("DATABASE_URL").unwrap_or_default().is_empty() {
        println!("cargo:rustc-cfg=no_database");
    }
}
