// #region tests
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { acceptInvite, createCode } from './invites.js';

const invite = {
  course_id: 1,
  uses: 0,
  max_uses: 2,
  expires_at: new Date('2099-01-01'),
};

describe('acceptInvite', () => {
  it('should accept a valid invite', async () => {
    const db = { query: mock.fn(async () => ({ rows: [invite] })) };
    const result = await acceptInvite(db, 'ABC', 7);
    assert.equal(result.ok, true);
    assert.equal(db.query.mock.callCount(), 3);
  });

  it('should reject an unknown invite', async () => {
    const db = { query: mock.fn(async () => ({ rows: [] })) };
    const result = await acceptInvite(db, 'ABC', 7);
    assert.equal(result.ok, false);
  });

  it('should handle database errors gracefully', async () => {
    const db = { query: mock.fn(async () => Promise.reject(new Error())) };
    const result = await acceptInvite(db, 'ABC', 7);
    assert.equal(result.ok, false);
  });
});

describe('createCode', () => {
  it('should return a non-empty string', () => {
    assert.equal(typeof createCode(), 'string');
    assert.ok(createCode().length > 0);
  });
});
// #endregion tests
