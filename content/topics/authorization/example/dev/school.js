export const school = `
  TRUNCATE account, grade;
  INSERT INTO account VALUES
    ('ines', '{student}'), ('omar', '{student}'),
    ('ruth', '{teacher}'), ('paul', '{teacher,student}'),
    ('kofi', '{registrar}'), ('gone', '{}');
  INSERT INTO grade VALUES
    (1041, 'ines', 'ruth', 'B', false), (1042, 'omar', 'ruth', 'C', true),
    (1043, 'ines', 'paul', 'A', false), (1044, 'paul', 'ruth', 'D', false),
    (1045, 'omar', 'gone', 'B', false)`;
