import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';

// #region register
/** A second account can't take over a device; the same one can ask again. */
export async function register(db, serial, account) {
  if (!account) throw new TypeError('no account');
  try {
    await db.send(
      new UpdateCommand({
        TableName: 'devices',
        Key: { serial },
        UpdateExpression: 'SET account = :account',
        ConditionExpression:
          'attribute_not_exists(account) OR account = :account',
        ExpressionAttributeValues: { ':account': account },
      }),
    );
    return 'registered';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'taken';
    throw error;
  }
}
// #endregion register
